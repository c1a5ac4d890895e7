package perennial.verification;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The EAR that ships, as it was built. */
final class Product {
    private Product() {}

    static EnterpriseArchive ear() {
        File file =
                Path.of(System.getProperty("perennial.dist"), "perennial.ear").toFile();
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
    }
}
