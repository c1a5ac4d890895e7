package perennial.crmapi.activity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Imports;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.OPERATOR)
public class ImportResource {
    private static final int LATEST = 100;

    @Inject
    private Imports imports;

    @Context
    private SecurityContext caller;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Created
    @Operation(
            summary =
                    "Takes a file of the shop in; the body is the file: CSV or NDJSON, gzipped or not, or a workbook (XLSX)")
    public ImportView start(
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("file") @DefaultValue("upload") String file,
            InputStream content) {
        long id = imports.start(
                Bodies.given(mapping, "mapping"),
                file,
                content,
                caller.getUserPrincipal().getName());
        return ImportView.of(imports.report(id));
    }

    @POST
    @Path("{kind: customers|catalogue|orders|events|costs}")
    @Consumes(MediaType.WILDCARD)
    @Created
    @Operation(summary = "Takes a file of one kind in, by the shipped mapping of that kind if none is named")
    public ImportView startKind(
            @PathParam("kind") String kind,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("file") @DefaultValue("upload") String file,
            InputStream content) {
        String named = Optional.ofNullable(mapping).orElse("perennial-" + kind);
        String itsKind = imports.mappings().getOrDefault(named, kind);
        if (!itsKind.equals(kind)) {
            throw new InvalidInputException(
                    "mapping",
                    named,
                    new Words("it reads " + itsKind + ", not " + kind, "它读取的是 " + itsKind + "，不是 " + kind),
                    new Words("post to imports/" + itsKind, "请提交到 imports/" + itsKind));
        }
        return start(named, file, content);
    }

    @GET
    @Operation(summary = "The latest imports")
    public ImportsView latest() {
        return ImportsView.whole(
                imports.latest(LATEST).stream().map(ImportView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far an import is, and its report")
    public ImportView report(@PathParam("id") String id) {
        return ImportView.of(imports.report(number(id)));
    }

    @GET
    @Path("{id}/rejected")
    @Produces("text/csv")
    @Operation(summary = "The lines that could not be used: line number, reason, the line as it came")
    public StreamingOutput rejected(@PathParam("id") String id) {
        long number = number(id);
        imports.report(number);
        return output -> imports.writeRejected(number, output);
    }

    private static long number(String id) {
        return Ids.number(new Words("import", "导入"), id);
    }
}
