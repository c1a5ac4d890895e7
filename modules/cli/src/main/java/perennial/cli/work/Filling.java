package perennial.cli.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import perennial.cli.server.Answer;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.Memory;
import perennial.cli.terminal.Failure;
import perennial.cli.work.SampleFiles.SampleFile;

/**
 * Fills an empty installation with a sample: opens the shop, takes its files in, starts the first run. Each step leaves
 * a mark, so that a filling which was interrupted goes on where it stood.
 */
public final class Filling {
    private final DataDirectory directory;
    private final Desk desk;
    private final Map<String, String> environment;

    public Filling(DataDirectory directory, Desk desk, Map<String, String> environment) {
        this.directory = directory;
        this.desk = desk;
        this.environment = environment;
    }

    /**
     * Does what is left to do.
     *
     * @param wanted the sample asked for; empty for what is there already, else the simulated shop
     */
    public void complete(Optional<Sample> wanted) throws IOException {
        Answer instance = desk.server().get("/instance");
        Sample sample = chosen(wanted, instance);
        if (sample == Sample.NONE || isReady(instance)) {
            return;
        }
        desk.terminal().say("fill." + sample.label());
        SampleFiles files = files(sample);
        if (isEmpty(instance)) {
            desk.server().put("/instance/shop", "application/json", files.shop().toString());
            directory.remember(remembered().withSample(sample.label()));
        }
        Answer lastRun = instance.object("lastRun");
        if (WeeklyRun.isGoingOn(lastRun)) {
            new WeeklyRun(desk).follow(lastRun.text("id").orElse(""));
            return;
        }
        takeIn(files);
        desk.terminal().say("fill.run");
        new WeeklyRun(desk).start();
    }

    private static Sample chosen(Optional<Sample> wanted, Answer instance) {
        if (isEmpty(instance)) {
            return wanted.orElse(Sample.SIMULATED);
        }
        Sample there =
                instance.object("shop").text("sample").flatMap(Sample::labelled).orElse(Sample.NONE);
        if (wanted.isPresent() && wanted.get() != there) {
            throw Failure.of("sample.other", there.label(), wanted.get().label());
        }
        return there;
    }

    private static boolean isEmpty(Answer instance) {
        return instance.text("state").filter("empty"::equals).isPresent();
    }

    private static boolean isReady(Answer instance) {
        return instance.object("lastRun")
                .text("status")
                .filter("completed"::equals)
                .isPresent();
    }

    /** @throws Failure with the way to get them, if the sample's files are not at hand and can't be made */
    public static void checkNeeds(Sample sample, Map<String, String> environment) {
        if (sample == Sample.ONLINE_RETAIL) {
            SampleFiles.onlineRetail(dataSets(environment));
        }
    }

    private static Optional<Path> dataSets(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("PERENNIAL_DATA")).map(Path::of);
    }

    private SampleFiles files(Sample sample) throws IOException {
        return sample == Sample.SIMULATED
                ? SampleFiles.simulated(directory.sample(), desk.terminal())
                : SampleFiles.onlineRetail(dataSets(environment));
    }

    private void takeIn(SampleFiles files) throws IOException {
        for (SampleFile file : files.files()) {
            if (!remembered().filled().contains(file.name())) {
                new FileImport(desk).send(file.path(), file.mapping());
                directory.remember(remembered().withFilled(file.name()));
            }
        }
    }

    private Memory remembered() {
        return directory.memory().orElse(Memory.NONE);
    }
}
