package perennial.storage.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A backup that was read once from its head to its end and found whole. */
final class BackupFile implements AutoCloseable {
    private final ZipFile zip;
    private final String schema;
    private final Map<String, Long> counters;

    private BackupFile(ZipFile zip, String schema, Map<String, Long> counters) {
        this.zip = zip;
        this.schema = schema;
        this.counters = counters;
    }

    /** @throws InvalidInputException if it is something else, or is not whole */
    static BackupFile open(Path path) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName();
                if (texts.isEmpty() && !name.equals(Layout.HEAD)) {
                    throw foreign();
                }
                if (name.equals(Layout.HEAD) || name.equals(Layout.END)) {
                    texts.put(name, new String(entries.readAllBytes(), UTF_8));
                } else {
                    long count = countLines(entries);
                    if (name.startsWith(Layout.TABLES)) {
                        lines.put(name.substring(Layout.TABLES.length()), count);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) { // the latter where an entry's name is no text
            throw damaged(String.valueOf(e.getMessage()));
        }
        if (!texts.containsKey(Layout.HEAD)) {
            throw foreign();
        }
        checkEnd(lines, Optional.ofNullable(texts.get(Layout.END)).orElseThrow(() -> damaged("it has no end")));
        return of(path, texts.getOrDefault(Layout.HEAD, ""));
    }

    private static void checkEnd(Map<String, Long> lines, String end) {
        Map<String, Long> told = new LinkedHashMap<>();
        // each table's first line names its columns
        end.lines().map(Fields::of).forEach(row -> told.put(text(row, 0), Long.parseLong(text(row, 1)) + 1));
        if (!told.equals(lines)) {
            throw damaged("it holds other rows than its end tells");
        }
    }

    private static BackupFile of(Path path, String head) {
        String format = "";
        String schema = "";
        Map<String, Long> counters = new LinkedHashMap<>();
        for (String line : head.lines().toList()) {
            List<@Nullable String> fields = Fields.of(line);
            switch (text(fields, 0)) {
                case "format" -> format = text(fields, 1);
                case "schema" -> schema = text(fields, 1);
                case "counter" -> counters.put(text(fields, 1), Long.parseLong(text(fields, 2)));
                default -> throw damaged("its head can't be read");
            }
        }
        if (!format.equals(Layout.FORMAT)) {
            throw new InvalidInputException(
                    "backup",
                    format,
                    new Words("it has a layout that this version does not know", "其格式为此版本所不识"),
                    new Words("use the version that made it", "请使用生成它的版本"));
        }
        try {
            return new BackupFile(new ZipFile(path.toFile()), schema, counters);
        } catch (IOException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    static String text(List<@Nullable String> fields, int place) {
        return Optional.ofNullable(fields.get(place)).orElse("");
    }

    private static long countLines(InputStream entry) throws IOException {
        byte[] part = new byte[1 << 16];
        long count = 0;
        for (int read = entry.read(part); read >= 0; read = entry.read(part)) {
            for (int i = 0; i < read; i++) {
                if (part[i] == '\n') {
                    count++;
                }
            }
        }
        return count;
    }

    private static InvalidInputException foreign() {
        return new InvalidInputException(
                "backup",
                "",
                new Words("it is no backup of Perennial", "这不是 Perennial 的备份"),
                new Words("give a file that \"deploy/perennial backup\" wrote", "请给出由“deploy/perennial backup”写出的文件"));
    }

    static InvalidInputException damaged(String how) {
        return new InvalidInputException(
                "backup",
                "",
                new Words("it is damaged: " + how, "备份已损坏：" + how),
                new Words("give another backup, or copy it anew", "请换用另一个备份，或重新复制"));
    }

    String schema() {
        return schema;
    }

    Map<String, Long> counters() {
        return counters;
    }

    /** The lines of a table, its columns first. */
    BufferedReader table(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Layout.TABLES + name))
                .orElseThrow(() -> damaged("the table " + name + " is missing"));
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), UTF_8));
    }

    /** The kept files, by folder and name with a slash between. */
    List<String> files() {
        List<String> names = new ArrayList<>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(Layout.FILES))
                .forEach(name -> names.add(name.substring(Layout.FILES.length())));
        return names;
    }

    InputStream file(String name) throws IOException {
        return zip.getInputStream(zip.getEntry(Layout.FILES + name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
