package perennial.activity.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * Refuses a workbook that would burst the memory of whoever opens it: a small file can unpack to a giant one. Rows are
 * read one by one, so a sheet may be long; a row, a text and all that is kept at once may not. The sizes written in the
 * archive are the sender's word, so everything is unpacked and counted.
 */
final class WorkbookLimits {
    private static final long MOST_OF_A_SHEET = 4L << 30;
    private static final long MOST_KEPT = 128L << 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_TAGS_IN_A_ROW = 200_000;
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_CELL_TAG = 512;
    private static final Pattern FAR_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"'][A-Za-z]{4}");

    private final boolean isSheet;
    private final byte[] tag = new byte[LONGEST_CELL_TAG];
    private long bytes;
    private int tagLength = -1;
    private int quote;
    private int sinceTag;
    private int tagsInRow;

    private WorkbookLimits(boolean isSheet) {
        this.isSheet = isSheet;
    }

    /** @throws InvalidInputException if the file is no workbook, or too much of one */
    static void check(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.getEntry("xl/workbook.xml") == null) {
                throw PlainText.refused(
                        "",
                        new Words("this is a zip archive, and no workbook", "这是 zip 压缩包，而不是工作簿"),
                        new Words("send the file that lies in it", "请发送其中的文件"));
            }
            if (archive.size() > MOST_PARTS) {
                throw tooMuch();
            }
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    try (InputStream part = archive.getInputStream(entry)) {
                        new WorkbookLimits(entry.getName().startsWith("xl/worksheets/")).read(part);
                    }
                }
            }
        } catch (ZipException e) {
            throw PlainText.refused(
                    "",
                    new Words("the workbook or zip archive is damaged or cut off", "工作簿或 zip 压缩包已损坏或不完整"),
                    new Words("send it again, whole", "请重新完整发送"));
        }
    }

    private void read(InputStream part) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = part.read(buffer); read > 0; read = part.read(buffer)) {
            bytes += read;
            if (bytes > (isSheet ? MOST_OF_A_SHEET : MOST_KEPT)) {
                throw tooMuch();
            }
            for (int i = 0; i < read; i++) {
                take(buffer[i]);
            }
        }
    }

    private void take(byte octet) {
        sinceTag++;
        if (octet == 0 || sinceTag > LONGEST_TEXT) {
            throw tooMuch();
        }
        if (tagLength < 0) {
            if (octet == '<') {
                tagLength = 0;
                sinceTag = 0;
            }
        } else if (octet == '>' && quote == 0) {
            endTag(new String(tag, 0, Math.min(tagLength, tag.length), StandardCharsets.ISO_8859_1));
            tagLength = -1;
        } else {
            quote = quote(octet);
            if (tagLength < tag.length) {
                tag[tagLength] = octet;
            }
            tagLength++;
        }
    }

    private int quote(byte octet) {
        if (quote != 0) {
            return octet == quote ? 0 : quote;
        }
        return octet == '"' || octet == '\'' ? octet : 0;
    }

    /** No workbook holds a definition of entities, or text that hides its tags. */
    private void endTag(String text) {
        if (text.startsWith("!D") || text.startsWith("![")) {
            throw tooMuch();
        }
        if (!isSheet) {
            return;
        }
        String name = text.split("[\\s/]", 2)[0];
        String local = name.substring(name.indexOf(':') + 1);
        tagsInRow = local.equals("row") ? 0 : tagsInRow + 1;
        boolean farCell = local.equals("c")
                && (tagLength >= LONGEST_CELL_TAG || FAR_COLUMN.matcher(text).find());
        // shared texts are kept whole, so they may not hide in a long sheet
        if (farCell || local.equals("si") || tagsInRow > MOST_TAGS_IN_A_ROW) {
            throw tooMuch();
        }
    }

    private static InvalidInputException tooMuch() {
        return PlainText.refused(
                "",
                new Words(
                        "the workbook holds more than can be read safely: a text of a megabyte, a row without end, or gigabytes in all",
                        "工作簿的内容超出可安全读取的范围：单个文本达一兆字节、某行没有尽头，或总量达数千兆字节"),
                new Words("save the sheet as CSV and send that", "请将工作表另存为 CSV 后发送"));
    }
}
