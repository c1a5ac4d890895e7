package perennial.cli.segmentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import perennial.analytics.clustering.KernelContest;
import perennial.analytics.clustering.KernelContest.Run;

/** scikit-learn's k-means in a process of its own, where Python has it. */
final class ScikitLearn {
    private static final int TOGETHER = 1 << 13;

    private final String python;
    private final Path script;

    private ScikitLearn(String python, Path script) {
        this.python = python;
        this.script = script;
    }

    /** How its threads wait for each other: on a busy machine the one is better, on a quiet one the other. */
    enum Waiting {
        ACTIVE,
        PASSIVE
    }

    /** @param directory where its files may lie */
    static Optional<ScikitLearn> in(Path directory) throws IOException {
        for (String python : List.of("python3", "/usr/bin/python3", "python")) {
            if (said(new ProcessBuilder(python, "-c", "import sklearn")).isPresent()) {
                Path script = directory.resolve("kmeans.py");
                try (InputStream text = ScikitLearn.class.getResourceAsStream("kmeans.py")) {
                    Files.copy(Objects.requireNonNull(text), script);
                }
                return Optional.of(new ScikitLearn(python, script));
            }
        }
        return Optional.empty();
    }

    /** A run on what lies in two files; empty where it failed. */
    Optional<Run> run(Path points, Path start, double tolerance, Waiting waiting) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                python,
                script.toString(),
                points.toString(),
                Integer.toString(KernelContest.DIMENSIONS),
                start.toString(),
                Double.toString(tolerance));
        process.environment().put("OMP_WAIT_POLICY", waiting.name());
        return said(process)
                .map(line -> line.strip().split(" "))
                .filter(words -> words.length == 4)
                .map(words -> new Run(
                        Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
    }

    /** What a program said; empty where there is none, or it failed. */
    private static Optional<String> said(ProcessBuilder program) throws IOException {
        Process process;
        try {
            process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException absent) {
            return Optional.empty();
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            return Optional.empty();
        }
    }

    /** Writes numbers as numpy reads them. */
    static Path written(double[] values, Path file) throws IOException {
        try (SeekableByteChannel out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.allocate(TOGETHER * Double.BYTES).order(ByteOrder.nativeOrder());
            for (int from = 0; from < values.length; from += TOGETHER) {
                DoubleBuffer some = bytes.clear().asDoubleBuffer();
                int count = Math.min(TOGETHER, values.length - from);
                some.put(values, from, count);
                bytes.limit(count * Double.BYTES);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
        return file;
    }
}
