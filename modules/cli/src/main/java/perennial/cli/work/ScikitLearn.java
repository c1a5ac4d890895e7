package perennial.cli.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** scikit-learn's models in a process of their own, where Python has it. */
public final class ScikitLearn {
    private static final int TOGETHER = 1 << 13;

    private final String python;
    private final Path directory;

    private ScikitLearn(String python, Path directory) {
        this.python = python;
        this.directory = directory;
    }

    /** How its threads wait for each other: on a busy machine the one is better, on a quiet one the other. */
    public enum Waiting {
        ACTIVE,
        PASSIVE
    }

    /** @param directory where its files may lie */
    public static Optional<ScikitLearn> in(Path directory) throws IOException {
        for (String python : List.of("python3", "/usr/bin/python3", "python")) {
            if (said(new ProcessBuilder(python, "-c", "import sklearn")).isPresent()) {
                return Optional.of(new ScikitLearn(python, directory));
            }
        }
        return Optional.empty();
    }

    /**
     * What one of our scripts says; empty where it failed.
     *
     * @param beside the class that the script lies beside
     * @param waiting empty for the machine's own setting
     */
    public Optional<String> run(Class<?> beside, String script, Optional<Waiting> waiting, String... arguments)
            throws IOException {
        Path copy = directory.resolve(script);
        try (InputStream text = beside.getResourceAsStream(script)) {
            Files.copy(Objects.requireNonNull(text), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder process =
                new ProcessBuilder(Stream.concat(Stream.of(python, copy.toString()), Stream.of(arguments))
                        .toList());
        waiting.ifPresent(how -> process.environment().put("OMP_WAIT_POLICY", how.name()));
        return said(process);
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
    public static Path written(double[] values, Path file) throws IOException {
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
