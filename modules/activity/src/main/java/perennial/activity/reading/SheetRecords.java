package perennial.activity.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import perennial.activity.Reason;
import perennial.kernel.Words;

/**
 * A sheet of a workbook (XLSX), whose first row with anything in it is the header. A number reads as the sheet shows it,
 * with the decimal sign that is asked for, and a date as {@code 2024-03-31} or {@code 2024-03-31T14:05:07}.
 */
final class SheetRecords implements Records {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final char point;
    private final List<String> columns;
    private String[] values = {};
    private long line;

    private SheetRecords(ReadableWorkbook workbook, Sheet sheet, char point) throws IOException {
        this.workbook = workbook;
        this.point = point;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        if (!advance()) {
            stream.close();
            throw PlainText.refused(
                    sheet.getName(),
                    new Words("the sheet \"" + sheet.getName() + "\" is empty", "工作表“" + sheet.getName() + "”为空"),
                    new Words("choose the sheet with a header and lines", "请选择含表头和数据行的工作表"));
        }
        this.columns = Arrays.stream(values).map(String::strip).toList();
    }

    /** @throws perennial.kernel.InvalidInputException if it is no workbook, or has no sheet of that name */
    static SheetRecords open(Path file, Optional<String> sheet, char point) throws IOException {
        ReadableWorkbook workbook = workbook(file);
        boolean opened = false;
        try {
            SheetRecords records = new SheetRecords(workbook, chosen(workbook, sheet), point);
            opened = true;
            return records;
        } finally {
            if (!opened) {
                workbook.close();
            }
        }
    }

    /** The names of the sheets that a workbook has, in their order. */
    static List<String> sheets(Path file) throws IOException {
        try (ReadableWorkbook workbook = workbook(file)) {
            return names(workbook);
        }
    }

    private static ReadableWorkbook workbook(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            // the library tells of damage by many kinds of exception
            throw damaged(0);
        }
    }

    private static List<String> names(ReadableWorkbook workbook) {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    private static Sheet chosen(ReadableWorkbook workbook, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return workbook.getSheets().findFirst().orElseThrow(() -> damaged(0));
        }
        String name = wanted.get();
        return workbook.findSheet(name).orElseThrow(() -> {
            String known = String.join(", ", names(workbook));
            return PlainText.refused(
                    name,
                    new Words("the workbook has no sheet \"" + name + "\"", "工作簿中没有工作表“" + name + "”"),
                    new Words("choose one of: " + known, "请从以下工作表中选择：" + known));
        });
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean advance() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                String[] texts = texts(row);
                if (texts.length > 0) {
                    values = texts;
                    line = row.getRowNum();
                    return true;
                }
            }
            return false;
        } catch (RuntimeException e) {
            // the library tells of damage by many kinds of exception
            throw damaged(line);
        }
    }

    /** The texts of a row, up to the last cell that has any. */
    private String[] texts(Row row) {
        List<String> texts = new ArrayList<>();
        int last = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            String text = CellText.of(row.getCell(column), point);
            texts.add(text);
            last = text.isBlank() ? last : column + 1;
        }
        return texts.subList(0, last).toArray(new String[0]);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String[] parts() {
        return values.clone();
    }

    @Override
    public String[] values() {
        if (values.length > columns.size()) {
            throw new Refusal(
                    Reason.WRONG_NUMBER_OF_FIELDS, values.length + " fields, the header has " + columns.size());
        }
        String[] padded = Arrays.copyOf(values, columns.size());
        Arrays.fill(padded, values.length, padded.length, "");
        return padded;
    }

    @Override
    public String content() {
        return CsvRecords.line(Arrays.asList(values), ',');
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static RuntimeException damaged(long line) {
        String where = line == 0 ? "" : " after row " + line;
        String place = line == 0 ? "" : "（第 " + line + " 行之后）";
        return PlainText.refused(
                Long.toString(line),
                new Words("the workbook or zip archive can't be read" + where, "工作簿或 zip 压缩包无法读取" + place),
                new Words(
                        "open it in a spreadsheet program and save it anew as .xlsx, or save it as CSV",
                        "请用表格软件打开并重新另存为 .xlsx，或另存为 CSV"));
    }
}
