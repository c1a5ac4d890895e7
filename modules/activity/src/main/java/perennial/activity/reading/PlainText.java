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
import perennial.kernel.Words;

/** The text in a file: unpacked if it is packed, without its mark of byte order, and refused if it is no text. */
final class PlainText {
    private static final int BUFFER = 1 << 16;
    private static final int LOOK = 4096;
    private static final Words SEND_LINES = new Words("send a file with a header and lines", "请发送含表头和数据行的文件");

    private PlainText() {}

    /** Closes the stream when the reader is closed, or if it can't be read. */
    static BufferedReader open(InputStream content, Charset encoding) throws IOException {
        boolean opened = false;
        try {
            BufferedInputStream plain = unpacked(content);
            passMark(plain, encoding);
            opened = true;
            return new BufferedReader(
                    new InputStreamReader(
                            plain,
                            encoding.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    BUFFER);
        } finally {
            if (!opened) {
                content.close();
            }
        }
    }

    private static void passMark(BufferedInputStream plain, Charset encoding) throws IOException {
        byte[] start = look(plain, LOOK);
        if (start.length == 0) {
            throw refused("", new Words("the file is empty", "文件为空"), SEND_LINES);
        }
        boolean wide = encoding.name().startsWith("UTF-16");
        if (!wide) {
            refuseIfNoText(start);
            if (begins(start, 0xef, 0xbb, 0xbf)) {
                plain.skipNBytes(3);
            }
        } else if (!encoding.name().equals("UTF-16") && isMarkedAsWide(start)) {
            plain.skipNBytes(2);
        }
    }

    private static void refuseIfNoText(byte[] start) {
        if (begins(start, 'P', 'K', 3, 4)) {
            throw refused(
                    "",
                    new Words("a zip archive or a workbook lies in the packed file", "压缩文件中是 zip 压缩包或工作簿"),
                    new Words("send the workbook as it is, or CSV", "请直接发送工作簿，或发送 CSV"));
        }
        if (begins(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw refused(
                    "",
                    new Words("this is a workbook of an old kind (.xls)", "这是旧格式的工作簿（.xls）"),
                    new Words("save it as .xlsx or CSV", "请另存为 .xlsx 或 CSV"));
        }
        if (isMarkedAsWide(start)) {
            throw refused(
                    "",
                    new Words("this is text in UTF-16", "这是 UTF-16 编码的文本"),
                    new Words(
                            "save it in UTF-8, or name its encoding in the mapping: UTF-16",
                            "请另存为 UTF-8，或在映射中写明编码 UTF-16"));
        }
        for (byte octet : start) {
            if (octet == 0) {
                throw refused(
                        "",
                        new Words("this is no text file", "这不是文本文件"),
                        new Words(
                                "send CSV, one JSON object a line, or a workbook (.xlsx)",
                                "请发送 CSV、每行一个 JSON 对象的文件或工作簿（.xlsx）"));
            }
        }
    }

    static boolean isMarkedAsWide(byte[] start) {
        return begins(start, 0xfe, 0xff) || begins(start, 0xff, 0xfe);
    }

    static BufferedInputStream unpacked(InputStream packed) throws IOException {
        BufferedInputStream content = new BufferedInputStream(packed, BUFFER);
        return begins(look(content, LOOK), 0x1f, 0x8b)
                ? new BufferedInputStream(new GZIPInputStream(content, BUFFER), BUFFER)
                : content;
    }

    private static byte[] look(BufferedInputStream content, int most) throws IOException {
        content.mark(most);
        byte[] start = content.readNBytes(most);
        content.reset();
        return start;
    }

    static boolean begins(byte[] start, int... octets) {
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
        String place = line == 0 ? "开头" : "第 " + line + " 行之后";
        if (cause instanceof CharacterCodingException) {
            return refused(
                    Long.toString(line),
                    new Words("some bytes " + where + " are not " + encoding, place + "有字节不是 " + encoding + " 编码"),
                    new Words(
                            "save the file in UTF-8, or name its encoding in the mapping, such as encoding: GBK",
                            "请将文件另存为 UTF-8，或在映射中写明其编码，例如 encoding: GBK"));
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return refused(
                    Long.toString(line),
                    new Words("the packed data is damaged or cut off " + where, "压缩数据在" + place + "损坏或中断"),
                    new Words("pack the file again and send it whole", "请重新压缩并完整发送"));
        }
        return refused(
                Long.toString(line),
                new Words("the file can't be read " + where + ": " + cause.getMessage(), "文件在" + place + "无法读取"),
                new Words("send it again", "请重新发送"));
    }

    static InvalidInputException refused(String value, Words reason, Words fix) {
        return new InvalidInputException("file", value, reason, fix);
    }
}
