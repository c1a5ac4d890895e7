package perennial.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * H2's files on a disk that writes only when somebody waits for it. Where nobody does, what was given to it is lost, as
 * it is when a process ends.
 */
public final class LazyDisk extends FilePathWrapper {
    private static final String SCHEME = "lazy";
    private static final Set<Thread.State> AT_WORK = EnumSet.of(Thread.State.NEW, Thread.State.RUNNABLE);

    private static volatile @Nullable Thread waited;
    private static volatile CountDownLatch given = new CountDownLatch(1);

    /** Quick at first. */
    static String prefix() {
        FilePath.register(new LazyDisk());
        waited = null;
        given = new CountDownLatch(1);
        return SCHEME + ":";
    }

    /** From now on it writes when that thread waits, and nothing any more when it has ended. */
    static void waitFor(Thread thread) {
        waited = thread;
    }

    /** Returns when it has been given something since then. */
    static void awaitGiven() throws InterruptedException {
        given.await();
    }

    private static boolean writes() {
        Thread thread = waited;
        if (thread == null) {
            return true;
        }
        given.countDown();
        while (AT_WORK.contains(thread.getState())) {
            Thread.onSpinWait();
        }
        return thread.isAlive();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // who writes lazily must not keep others from reading
    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            if (writes()) {
                return file.write(bytes, at);
            }
            int lost = bytes.remaining();
            bytes.position(bytes.limit());
            return lost;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (writes()) {
                file.truncate(size);
            }
        }

        @Override
        public int read(ByteBuffer bytes, long at) throws IOException {
            return file.read(bytes, at);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
