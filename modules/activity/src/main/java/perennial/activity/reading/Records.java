package perennial.activity.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import perennial.activity.reading.Mapping.Format;
import perennial.kernel.Words;

/** The lines of data of a file, one after the other, each as one text a column. */
interface Records extends Closeable {
    /** The names of the columns, in the order of the values. */
    List<String> columns();

    /** Goes to the next line; false at the end. */
    boolean advance() throws IOException;

    /** The number of the line in the file, from 1. */
    long line();

    /** All that the line says, whether it can be used or not: two lines with the same parts are the same line. */
    String[] parts();

    /**
     * The values of the line, empty where it has none.
     *
     * @throws Refusal if the line is malformed
     */
    String[] values();

    /** The line as it came, or as the CSV record that it is. */
    String content();

    /**
     * Opens a file at its first line of data.
     *
     * @param names what to take of a JSON object, whose names stand in no header
     * @param point the decimal sign that the numbers of a workbook get
     */
    static Records open(Path file, Cut cut, List<String> names, char point) throws IOException {
        if (isWorkbook(file)) {
            if (cut.format() == Format.NDJSON) {
                throw PlainText.refused(
                        "",
                        new Words("this is a workbook, and the mapping is for JSON lines", "这是工作簿，而映射用于 JSON 行文件"),
                        new Words("choose a mapping for CSV or workbooks", "请选择用于 CSV 或工作簿的映射"));
            }
            return SheetRecords.open(file, cut.sheet(), point);
        }
        return cut.format() == Format.CSV
                ? new CsvRecords(PlainText.open(Files.newInputStream(file), cut.encoding()), cut.separator())
                : new JsonRecords(PlainText.open(Files.newInputStream(file), cut.encoding()), names);
    }

    static boolean isWorkbook(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return PlainText.begins(content.readNBytes(4), 'P', 'K', 3, 4);
        }
    }
}
