package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads of one piece of work's own, gone with it. With one thread the work is done on the caller's. */
final class Workers implements AutoCloseable {
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
