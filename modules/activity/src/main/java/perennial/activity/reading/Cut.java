package perennial.activity.reading;

import java.nio.charset.Charset;
import java.util.Optional;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.reading.Mapping.Format;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * How a file falls into lines and columns; a workbook is known by its content and minds only the sheet.
 *
 * @param separator between the fields of a CSV line
 * @param sheet of a workbook; empty: its first one
 */
record Cut(Format format, char separator, Charset encoding, Optional<String> sheet) {

    /** @throws InvalidInputException if the shape names no encoding or separator that there is */
    static Cut of(FileShape shape) {
        boolean tab = shape.separator().equals("tab");
        if (!tab && shape.separator().length() != 1) {
            throw refused(
                    "separator",
                    shape.separator(),
                    new Words("a separator is one character", "分隔符应为一个字符"),
                    new Words("choose a comma, a semicolon or a tab", "请选择逗号、分号或制表符"));
        }
        return new Cut(
                shape.format().equals("ndjson") ? Format.NDJSON : Format.CSV,
                tab ? '\t' : shape.separator().charAt(0),
                encoding(shape.encoding()),
                Optional.of(shape.sheet()).filter(sheet -> !sheet.isBlank()));
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "encoding",
                    name,
                    new Words("this encoding is not known", "不认识此编码"),
                    new Words("choose UTF-8, GB18030 or windows-1252", "请选择 UTF-8、GB18030 或 windows-1252"));
        }
    }

    private static InvalidInputException refused(String field, String value, Words reason, Words fix) {
        return new InvalidInputException(field, value, reason, fix);
    }
}
