package perennial.storage;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that one does for all who ask for it: each returns when a run of it that began after asking has ended well, and
 * never are there two at a time.
 *
 * @param <E> what the work throws: to who did it, while the others do it again
 */
final class OneForAll<E extends Exception> {
    private final Work<E> work;
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long begun;
    private long done;
    private boolean isBusy;

    OneForAll(Work<E> work) {
        this.work = work;
    }

    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    void run() throws E {
        if (isMine()) {
            boolean isWell = false;
            try {
                work.run();
                isWell = true;
            } finally {
                end(isWell);
            }
        }
    }

    /** False when another has done it. */
    private boolean isMine() {
        lock.lock();
        try {
            long wanted = begun + 1;
            while (isBusy && done < wanted) {
                ended.awaitUninterruptibly();
            }
            if (done >= wanted) {
                return false;
            }
            isBusy = true;
            begun++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean isWell) {
        lock.lock();
        try {
            isBusy = false;
            if (isWell) {
                done = begun;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
