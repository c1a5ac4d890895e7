package perennial.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What {@code /openapi} says beyond names and types: the meaning of every field and parameter, from one file, and the
 * refusals that every call shares.
 */
public class Description implements OASFilter {
    private static final Properties TEXTS = texts();
    /** A path may say what a part of it looks like; the description names it only. */
    private static final Pattern PATTERN = Pattern.compile("\\{(\\w+):[^}]*}");

    private static final Set<String> DAYS = Set.of("JudgementView.origin", "WeekView.until");

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final List<String> TO_ALL = List.of("400", "401", "403", "429", "503");
    private static final List<String> TO_POST = List.of("409", "413", "422");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Perennial")
                .version("1")
                .description("Who each customer is, what they will be worth, who is about to leave, and what to do."));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("An API key, made by an administrator"))
                .addSchema(PROBLEM, problem());
        Optional.ofNullable(api.getComponents().getSchemas()).orElse(Map.of()).forEach(Description::describe);
        Map<String, PathItem> items = new LinkedHashMap<>(api.getPaths().getPathItems());
        items.forEach((path, item) -> {
            api.getPaths().removePathItem(path);
            String plain = PATTERN.matcher(path).replaceAll("{$1}");
            api.getPaths().addPathItem(plain, item);
            describe(plain, item);
        });
    }

    private static Schema problem() {
        Schema schema = OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER));
        List.of("type", "title", "detail", "field", "value", "reason", "fix")
                .forEach(part -> schema.addProperty(
                        part,
                        OASFactory.createSchema().type(Schema.SchemaType.STRING).nullable(true)));
        return schema;
    }

    private static void describe(String name, Schema schema) {
        Optional.ofNullable(schema.getProperties()).orElse(Map.of()).forEach((property, type) -> {
            text(name + "." + property).or(() -> text("*." + property)).ifPresent(type::setDescription);
            if (isMoment(type)) {
                type.type(Schema.SchemaType.STRING)
                        .setFormat(DAYS.contains(name + "." + property) ? "date" : "date-time");
            }
        });
    }

    /** The scan takes instants and days for objects without properties; all other objects of the interface have some. */
    private static boolean isMoment(Schema type) {
        return type.getType() == Schema.SchemaType.OBJECT
                && type.getRef() == null
                && (type.getProperties() == null || type.getProperties().isEmpty())
                && type.getAdditionalPropertiesSchema() == null;
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, call) -> {
            boolean named = path.contains("{");
            boolean post = method == PathItem.HttpMethod.POST;
            call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
            if (post) {
                call.addParameter(OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING)));
            }
            Optional.ofNullable(call.getParameters())
                    .orElse(List.of())
                    .forEach(parameter ->
                            text("parameter." + parameter.getName()).ifPresent(parameter::setDescription));
            name(call, method);
            TO_ALL.forEach(status -> refuses(call, status));
            if (post) {
                TO_POST.forEach(status -> refuses(call, status));
            }
            if (named) {
                refuses(call, "404");
            }
            call.getResponses()
                    .getAPIResponses()
                    .forEach((status, answer) -> text("answer." + status).ifPresent(answer::setDescription));
        });
    }

    /** The answer that the scan calls default, by the status that it has. */
    private static void name(Operation call, PathItem.HttpMethod method) {
        Optional.ofNullable(call.getResponses().getDefaultValue()).ifPresent(answer -> {
            boolean told = Optional.ofNullable(answer.getContent())
                    .filter(content -> !content.getMediaTypes().isEmpty())
                    .isPresent();
            String status = method == PathItem.HttpMethod.POST ? "201" : "200";
            call.getResponses().removeAPIResponse(APIResponses.DEFAULT);
            call.getResponses().addAPIResponse(told ? status : "204", answer);
        });
    }

    private static void refuses(Operation call, String status) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
        APIResponse answer = OASFactory.createAPIResponse().content(content);
        call.getResponses().addAPIResponse(status, answer);
    }

    private static Optional<String> text(String key) {
        return Optional.ofNullable(TEXTS.getProperty(key));
    }

    private static Properties texts() {
        Properties texts = new Properties();
        try (InputStream file = Description.class.getResourceAsStream("fields.txt")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
