package perennial.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Drafts;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;

/** Takes a file in, to be mapped on the next page. */
@Named
@RequestScoped
public class UploadPage {
    @Inject
    private Drafts drafts;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private @Nullable Part file;
    private long draft;

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String send() {
        visitor.need(Role.OPERATOR);
        Part sent = Objects.requireNonNull(file, "the field is required");
        boolean received = notices.trying(() -> draft = receive(sent));
        return received ? "/runs/mapping?faces-redirect=true&draft=" + draft : null;
    }

    private long receive(Part sent) {
        try (InputStream content = sent.getInputStream()) {
            return drafts.receive(nameOf(sent), content, visitor.getName());
        } catch (IOException e) {
            throw new UncheckedIOException("the file that was sent can't be read", e);
        }
    }

    /** Some browsers send the folders too. */
    private static String nameOf(Part sent) {
        String path = Objects.requireNonNullElse(sent.getSubmittedFileName(), "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
