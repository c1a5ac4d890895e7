package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneForAllTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void who_comes_alone_does_it() throws Exception {
        OneForAll<IOException> work = new OneForAll<>(runs::incrementAndGet);
        work.run();
        work.run();
        assertThat(runs).hasValue(2);
    }

    @Test
    void all_who_come_while_it_is_done_share_the_next_one() {
        OneForAll<IOException> work = new OneForAll<>(() -> {
            runs.incrementAndGet();
            first.countDown();
            await(released);
        });
        List<Asking> meanwhile = fiveWhoComeDuring(work);
        meanwhile.forEach(asking -> asking.ended().join());
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_failure_is_told_to_who_met_it_and_done_again_by_the_next() throws Exception {
        OneForAll<IOException> work = new OneForAll<>(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IOException("the disk is full");
            }
        });
        assertThatThrownBy(work::run).isInstanceOf(IOException.class);
        work.run();
        assertThat(runs).hasValue(2);
    }

    @Test
    void who_shared_a_run_that_failed_does_it_again() {
        OneForAll<IOException> work = new OneForAll<>(() -> {
            int run = runs.incrementAndGet();
            first.countDown();
            await(released);
            if (run == 2) {
                throw new IOException("the disk is full");
            }
        });
        List<Asking> meanwhile = fiveWhoComeDuring(work);
        assertThat(meanwhile)
                .map(asking -> asking.ended()
                        .handle((done, failure) -> failure == null)
                        .join())
                .containsExactlyInAnyOrder(false, true, true, true, true);
        assertThat(runs).hasValueBetween(3, 6);
    }

    /** They ask while the first run is at it; that is released then, and has ended. */
    private List<Asking> fiveWhoComeDuring(OneForAll<IOException> work) {
        CompletableFuture<Void> before = asked(work).ended();
        await(first);
        List<Asking> five = IntStream.range(0, 5).mapToObj(i -> asked(work)).toList();
        five.forEach(OneForAllTest::awaitWaiting);
        released.countDown();
        before.join();
        return five;
    }

    private record Asking(Thread thread, CompletableFuture<Void> ended) {}

    private static Asking asked(OneForAll<IOException> work) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                ended.complete(null);
            } catch (IOException e) {
                ended.completeExceptionally(e);
            }
        });
        thread.start();
        return new Asking(thread, ended);
    }

    private static void awaitWaiting(Asking asking) {
        while (asking.thread().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
