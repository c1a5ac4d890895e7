package perennial.activity.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import perennial.activity.MappingForm.FileShape;

/** How a file is cut and encoded, by its beginning. */
final class ShapeGuess {
    private static final int LOOK = 1 << 18;
    private static final int LINES = 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private ShapeGuess() {}

    static FileShape of(Path file) throws IOException {
        if (Records.isWorkbook(file)) {
            return new FileShape("csv", ",", "UTF-8", "");
        }
        byte[] start;
        try (InputStream content = PlainText.unpacked(Files.newInputStream(file))) {
            start = content.readNBytes(LOOK);
        }
        Charset encoding = encoding(start);
        String text = new String(start, encoding).replaceFirst("^\ufeff", "");
        boolean json = text.stripLeading().startsWith("{");
        return new FileShape(json ? "ndjson" : "csv", separator(text), encoding.name(), "");
    }

    private static Charset encoding(byte[] start) {
        if (PlainText.isMarkedAsWide(start)) {
            return StandardCharsets.UTF_16;
        }
        int zerosAtEven = zeros(start, 0);
        int zerosAtOdd = zeros(start, 1);
        if (zerosAtEven + zerosAtOdd > start.length / 8) {
            return zerosAtOdd > zerosAtEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (fits(start, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset chinese = Charset.forName("GB18030");
        return isMostlyPairs(start) && fits(start, chinese) ? chinese : Charset.forName("windows-1252");
    }

    private static int zeros(byte[] start, int from) {
        int zeros = 0;
        for (int i = from; i < start.length; i += 2) {
            zeros += start[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Whether the bytes are such text; the last character may be cut off. */
    private static boolean fits(byte[] start, Charset encoding) {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(start.length + 1);
        return !decoder.decode(ByteBuffer.wrap(start), text, false).isError();
    }

    /** The common Chinese characters are pairs of bytes above 0xA0; an accented letter mostly has a plain one beside it. */
    private static boolean isMostlyPairs(byte[] start) {
        int pairs = 0;
        int alone = 0;
        for (int i = 0; i + 1 < start.length; i++) {
            if ((start[i] & 0xff) >= 0x80) {
                if ((start[i] & 0xff) > 0xa0 && (start[i + 1] & 0xff) > 0xa0) {
                    pairs++;
                    i++;
                } else {
                    alone++;
                }
            }
        }
        return pairs > 4 * alone;
    }

    /** The one that gives most lines the header's number of fields, and of such the one that gives most fields. */
    private static String separator(String text) {
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long score = score(text, separator);
            if (score > most) {
                best = separator;
                most = score;
            }
        }
        return best == '\t' ? "tab" : String.valueOf(best);
    }

    private static long score(String text, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<Integer> widths =
                    reader.stream().limit(LINES).map(CsvRecord::getFieldCount).toList();
            if (widths.isEmpty() || widths.get(0) < 2) {
                return 0;
            }
            long alike = widths.stream().filter(widths.get(0)::equals).count();
            return alike * 10_000 + widths.get(0);
        } catch (CsvParseException | IOException e) {
            return 0;
        }
    }
}
