package perennial.activity.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks in words. */
final class Workbooks {
    private Workbooks() {}

    static byte[] of(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A sheet of orders; a row is the values of its cells. */
    static byte[] orders(Object[]... rows) {
        return of(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Orders");
            fill(sheet, 0, (Object[]) Files.HEADER.split(","));
            for (int row = 0; row < rows.length; row++) {
                fill(sheet, row + 1, rows[row]);
            }
        });
    }

    static void fill(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            Object value = values[column];
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value instanceof LocalDateTime time) {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            } else if (value instanceof LocalDate day) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/mm/yyyy").set();
            } else {
                sheet.value(row, column, value.toString());
            }
        }
    }

    /** An archive made by hand, such as an attacker's. */
    static byte[] archive(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
