package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Some threads of one piece of work's own, gone with it. With one thread the work is done on the caller's. */
final class Workers implements AutoCloseable {
    /** Rows of a block: some milliseconds of work, and no more than a core's cache holds. */
    private static final int BLOCK = 8192;

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "clustering");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does all tasks and gives their results in the tasks' order; the first failure ends the work. */
    <T> List<T> all(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>();
            if (threads == 1) {
                for (Callable<T> task : tasks) {
                    results.add(task.call());
                }
                return results;
            }
            for (Future<T> result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusteringStoppedException("the clustering was interrupted");
        } catch (ExecutionException failed) {
            throw unchecked(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (Exception failed) {
            throw unchecked(failed);
        }
    }

    /** Work on the rows from one up to and without another one. */
    interface BlockTask<T> {
        T on(int from, int to);
    }

    /** Does a task on blocks of rows of a fixed size; their results in the rows' order, on any number of threads. */
    <T> List<T> blocks(int rows, BlockTask<T> task) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        int shares = Math.min(threads, blocks);
        List<List<T>> done = all(IntStream.range(0, shares)
                .<Callable<List<T>>>mapToObj(share -> () -> {
                    List<T> own = new ArrayList<>();
                    for (int block = share; block < blocks; block += shares) {
                        own.add(task.on(block * BLOCK, Math.min(rows, (block + 1) * BLOCK)));
                    }
                    return own;
                })
                .toList());
        return IntStream.range(0, blocks)
                .mapToObj(block -> done.get(block % shares).get(block / shares))
                .toList();
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
