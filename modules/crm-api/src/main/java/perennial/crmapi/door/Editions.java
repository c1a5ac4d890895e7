package perennial.crmapi.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import perennial.activity.Imports;
import perennial.activity.Shop;
import perennial.decisions.LiveDecisions;
import perennial.kernel.Run;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.segmentation.Segments;

/**
 * Which edition of the shop is shown: it changes with the run in force, an import, a live decision, the shop's settings,
 * the names that people gave to segments, what they decided about versions of these, and a run's end, and with nothing
 * else.
 */
@ApplicationScoped
public class Editions {
    private static final int DIGITS = 20;
    /** Imports are read one by one in their order, so these hold every one that goes on. */
    private static final int IMPORTS = 20;

    @Inject
    private Overview overview;

    @Inject
    private Imports imports;

    @Inject
    private LiveDecisions decisions;

    @Inject
    private Shop shop;

    @Inject
    private Segments segments;

    @Inject
    private Runs runs;

    /** Empty before the first run has ended: until then answers are as of now. */
    Optional<String> current() {
        return overview.inForce().map(this::fingerprint);
    }

    private String fingerprint(Run run) {
        StringBuilder state = new StringBuilder()
                .append(run)
                .append(shop.settings())
                .append(decisions.count())
                .append(segments.givenNames())
                .append(segments.edition());
        runs.latest(1).forEach(report -> state.append(report.id()).append(report.status()));
        imports.latest(IMPORTS).forEach(report -> state.append(report.id()).append(report.state()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
