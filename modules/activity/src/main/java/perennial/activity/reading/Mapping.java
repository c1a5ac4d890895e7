package perennial.activity.reading;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file of some shop is to be understood: which column is what, and in which formats.
 *
 * @param separator between the fields of a CSV line
 * @param sheet of a workbook; empty: its first one
 * @param zone of times that come without one; empty: the shop's
 * @param currency of all amounts; empty: the shop's
 * @param missing words that stand for no value, beside the empty one
 * @param fields where each field comes from, by its name
 * @param assumedConsents channels to which every customer named is assumed to consent, and labelled so
 * @param listPricesDerived whether products without a list price get the unit price that most of their lines have, the
 *     higher one of equals
 */
public record Mapping(
        Kind kind,
        Format format,
        char separator,
        Charset encoding,
        Optional<String> sheet,
        Optional<ZoneId> zone,
        InstantFormat instants,
        DateFormat dates,
        DecimalFormat decimals,
        Optional<Currency> currency,
        Set<String> missing,
        Map<String, FieldRule> fields,
        CancellationRule cancellation,
        List<String> assumedConsents,
        boolean listPricesDerived) {

    /** The two shapes of file. */
    public enum Format {
        CSV,
        NDJSON
    }

    Cut cut() {
        return new Cut(format, separator, encoding, sheet);
    }

    /** The same mapping where dates and times may be written by ISO 8601 too, as those of a workbook's cells are. */
    Mapping alsoIso() {
        return new Mapping(
                kind,
                format,
                separator,
                encoding,
                sheet,
                zone,
                new InstantFormat.Either(InstantFormat.ISO, instants),
                dates.orIso(),
                decimals,
                currency,
                missing,
                fields,
                cancellation,
                assumedConsents,
                listPricesDerived);
    }

    /** @throws perennial.kernel.InvalidInputException with the line where it can't be understood */
    public static Mapping parse(String yaml) {
        return MappingReader.read(yaml);
    }
}
