package perennial.cli.work;

import java.util.Arrays;
import java.util.Optional;

/** What fills an empty installation. */
public enum Sample {
    /** A shop made up by the simulator. */
    SIMULATED("simulated"),
    /** The invoice lines of a real gift shop. */
    ONLINE_RETAIL("online-retail"),
    /** Nothing: the shop's own files will come. */
    NONE("none");

    private final String label;

    Sample(String label) {
        this.label = label;
    }

    /** The name on the command line and in the server's interface. */
    public String label() {
        return label;
    }

    public static Optional<Sample> labelled(String label) {
        return Arrays.stream(values())
                .filter(sample -> sample.label.equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
