package perennial.console.imports;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import perennial.activity.Imports;
import perennial.console.shell.Language;

/** What became of an imported file, and how far it is. */
@Named
@ViewScoped
public class ReportPage implements Serializable {
    @Inject
    private Imports imports;

    @Inject
    private Language language;

    private long id;
    private @Nullable ImportView report;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** Finds the import, or answers that there is none. */
    public void look() {
        report = KnownImport.of(imports, id)
                .map(found -> ImportView.of(found, language.getLocale()))
                .orElse(null);
        if (report == null) {
            refuse(FacesContext.getCurrentInstance());
        }
    }

    private static void refuse(FacesContext faces) {
        try {
            faces.getExternalContext().responseSendError(404, "there is no such import");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public @Nullable ImportView getReport() {
        return report;
    }

    /** Asked again and again while the file is read. */
    public void follow() {
        look();
        if (report != null && !report.goesOn()) {
            PrimeFaces.current().ajax().update("report");
        }
    }
}
