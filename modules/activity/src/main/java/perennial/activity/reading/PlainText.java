package perennial.activity.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import perennial.kernel.InvalidInputException;

/** The text in a file: unpacked if it is packed, without its mark of byte order, and refused if it is no text. */
final class PlainText {
    private static final int BUFFER = 1 << 16;
    private static final int LOOK = 4096;

    private PlainText() {}

    static BufferedReader open(InputStream content, Charset encoding) throws IOException {
        BufferedInputStream plain = unpacked(new BufferedInputStream(content, BUFFER));
        byte[] start = look(plain);
        if (start.length == 0) {
            throw refused("", "the file is empty", "send a file with a header and lines");
        }
        if (begins(start, 'P', 'K', 3, 4)) {
            throw refused("", "this is a zip archive or a workbook", "save it as CSV, or pack it by gzip");
        }
        if (begins(start, 0xfe, 0xff) || begins(start, 0xff, 0xfe)) {
            throw refused("", "this is text in UTF-16", "save it in UTF-8");
        }
        for (byte octet : start) {
            if (octet == 0) {
                throw refused("", "this is no text file", "send CSV or one JSON object a line, in UTF-8");
            }
        }
        if (begins(start, 0xef, 0xbb, 0xbf)) {
            plain.skipNBytes(3);
        }
        return new BufferedReader(
                new InputStreamReader(
                        plain,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }

    private static BufferedInputStream unpacked(BufferedInputStream content) throws IOException {
        return begins(look(content), 0x1f, 0x8b)
                ? new BufferedInputStream(new GZIPInputStream(content, BUFFER), BUFFER)
                : content;
    }

    private static byte[] look(BufferedInputStream content) throws IOException {
        content.mark(LOOK);
        byte[] start = content.readNBytes(LOOK);
        content.reset();
        return start;
    }

    private static boolean begins(byte[] start, int... octets) {
        if (start.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((start[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** What went wrong while the text was read, in words; the line is the last one that could be read. */
    static InvalidInputException refusal(IOException cause, long line, Charset encoding) {
        String where = line == 0 ? "at its beginning" : "after line " + line;
        if (cause instanceof CharacterCodingException) {
            return refused(
                    Long.toString(line),
                    "some bytes " + where + " are not " + encoding,
                    "save the file in UTF-8, or name its encoding in the mapping, such as encoding: GBK");
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return refused(
                    Long.toString(line),
                    "the packed data is damaged or cut off " + where,
                    "pack the file again and send it whole");
        }
        return refused(
                Long.toString(line), "the file can't be read " + where + ": " + cause.getMessage(), "send it again");
    }

    static InvalidInputException refused(String value, String reason, String fix) {
        return new InvalidInputException("file", value, reason, fix);
    }
}
