package perennial.console.imports;

import jakarta.ejb.EJBException;
import java.util.Optional;
import perennial.activity.Imports;
import perennial.activity.Imports.Report;
import perennial.activity.UnknownImportException;

/** An import that an address names, where somebody may have mistyped. */
final class KnownImport {
    private KnownImport() {}

    static Optional<Report> of(Imports imports, long id) {
        try {
            return Optional.of(imports.report(id));
        } catch (EJBException e) {
            if (e.getCause() instanceof UnknownImportException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
