package perennial.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** The files of one shop while they are written: under other names until all of them are complete. */
final class ShopFiles implements Closeable {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private final Path directory;
    private final Map<ShopFile, Target> targets = new EnumMap<>(ShopFile.class);
    private boolean isComplete;

    private ShopFiles(Path directory) {
        this.directory = directory;
    }

    static ShopFiles begun(Path directory) throws IOException {
        Files.createDirectories(directory);
        ShopFiles files = new ShopFiles(directory);
        try {
            for (ShopFile file : ShopFile.values()) {
                files.targets.put(file, new Target(file, files.part(file)));
                files.append(Piece.of(file, file.header().getBytes(UTF_8)));
            }
        } catch (IOException e) {
            files.close();
            throw e;
        }
        return files;
    }

    private Path part(ShopFile file) {
        return directory.resolve(file.fileName() + ".part");
    }

    void append(List<Piece> pieces) throws IOException {
        for (Piece piece : pieces) {
            append(piece);
        }
    }

    void append(Piece piece) throws IOException {
        Objects.requireNonNull(targets.get(piece.file())).append(piece);
    }

    /** Gives the files their names; whoever sees {@code shop.yaml} sees a whole shop. */
    void complete() throws IOException {
        for (Target target : targets.values()) {
            target.finish();
        }
        Files.deleteIfExists(directory.resolve(ShopFile.PROFILE.fileName()));
        for (ShopFile file : ShopFile.values()) {
            Files.move(part(file), directory.resolve(file.fileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        isComplete = true;
    }

    @Override
    public void close() throws IOException {
        if (!isComplete) {
            for (Target target : new ArrayList<>(targets.values())) {
                target.abandon();
                Files.deleteIfExists(part(target.file));
            }
        }
    }

    /**
     * One open file. A gzip file is one member whose blocks were deflated elsewhere, so that the work is shared between
     * cores and yet every reader can read it: not all of them read several members.
     */
    private static final class Target {
        private final ShopFile file;
        private final OutputStream out;
        private final CRC32 checksum = new CRC32();
        private long length;

        Target(ShopFile file, Path path) throws IOException {
            this.file = file;
            this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
            if (file.isGzip()) {
                out.write(GZIP_HEADER);
            }
        }

        void append(Piece piece) throws IOException {
            out.write(piece.packed());
            checksum.update(piece.plain());
            length += piece.plain().length;
        }

        void finish() throws IOException {
            if (file.isGzip()) {
                out.write(LAST_BLOCK);
                writeLittleEndian(checksum.getValue());
                writeLittleEndian(length);
            }
            out.close();
        }

        private void writeLittleEndian(long value) throws IOException {
            for (int shift = 0; shift < 32; shift += 8) {
                out.write((int) (value >>> shift));
            }
        }

        void abandon() throws IOException {
            out.close();
        }
    }
}
