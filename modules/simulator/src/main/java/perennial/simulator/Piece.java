package perennial.simulator;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * A part of one file, to be appended.
 *
 * @param plain as it reads
 * @param packed deflated up to a byte boundary, so that pieces can follow each other; the plain bytes where the file is
 *     not compressed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over from worker to writer, never compared
record Piece(ShopFile file, byte[] plain, byte[] packed) {
    private static final int LEVEL = 3;

    static Piece of(ShopFile file, byte[] plain) {
        return new Piece(file, plain, file.isGzip() ? deflated(plain) : plain);
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(plain);
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
            byte[] buffer = new byte[1 << 15];
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, count);
            } while (count == buffer.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
