package perennial.decisions.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import perennial.decisions.jpa.InForceRows;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.model.Names;
import perennial.decisions.model.Standing;
import perennial.decisions.model.Warming;
import perennial.ruleengine.Bookshelf;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;

/**
 * The book in force, compiled and warm, and the last few before it, so that to go back is a change of reference. Who
 * decides takes the book once and keeps it until done.
 */
@ApplicationScoped
public class RuleBooks {
    private static final int AT_HAND = 5;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ExecutorService executor;

    private RuleVersionRows rows;
    private InForceRows standings;

    private volatile @Nullable Bookshelf shelf;

    /**
     * The last few stay at hand: who looks back does so more than once, and a proposal is examined, simulated and put in
     * force as one book, so that it is there before it is approved.
     */
    private final Map<Recipe, Future<RuleBook>> recent = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Recipe, Future<RuleBook>> eldest) {
            return size() > AT_HAND;
        }
    };

    private long number;

    /** Of the proxy that the container puts before the bean; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected RuleBooks() {}

    @Inject
    @SuppressWarnings("NullAway.Init") // the container gives the threads
    RuleBooks(RuleVersionRows rows, InForceRows standings) {
        this.rows = rows;
        this.standings = standings;
    }

    RuleBooks(RuleVersionRows rows, InForceRows standings, ExecutorService executor) {
        this(rows, standings);
        this.executor = executor;
    }

    private record Recipe(List<RuleSource> files, Set<String> stopped) {
        RuleBook prepare() {
            return Warming.warmed(RuleBook.compile(files, Names::of, stopped));
        }
    }

    /** Something else has come in force; sent as an event in the transaction that puts it there. */
    record Succeeded(long number, RuleBook book) {}

    public RuleBook inForce() {
        Bookshelf known = shelf;
        return known == null ? first() : known.live();
    }

    private synchronized RuleBook first() {
        if (shelf == null) {
            catchUp();
        }
        Bookshelf known = shelf;
        if (known == null) {
            throw new IllegalStateException("no rules are in force");
        }
        return known.live();
    }

    /** A book compiled and warm, by a thread of its own: none that decides ever compiles. */
    RuleBook prepare(long version, Set<String> stopped) {
        return standings
                .book(version, stopped)
                .flatMap(this::atHand)
                .orElseGet(() -> compiled(rows.files(version), stopped));
    }

    /** The book that decisions call so, compiled again if it is not at hand. Empty where none of that name was in force. */
    Optional<RuleBook> named(String book) {
        return atHand(book)
                .or(() -> standings.named(book).map(then -> compiled(rows.files(then.version()), then.stopped())));
    }

    private Optional<RuleBook> atHand(String book) {
        return Optional.ofNullable(shelf).flatMap(known -> known.find(book));
    }

    private RuleBook compiled(List<RuleSource> files, Set<String> stopped) {
        Recipe recipe = new Recipe(files, stopped);
        try {
            return recent(recipe).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server ended while rules were compiled", e);
        } catch (ExecutionException e) {
            forget(recipe);
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("the rules could not be compiled", e);
        }
    }

    private Future<RuleBook> recent(Recipe recipe) {
        synchronized (recent) {
            return recent.computeIfAbsent(recipe, wanted -> executor.submit(wanted::prepare));
        }
    }

    private void forget(Recipe recipe) {
        synchronized (recent) {
            recent.remove(recipe);
        }
    }

    /** Once the change is there for good. */
    void succeed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Succeeded succeeded) {
        serve(succeeded.number(), succeeded.book());
    }

    private synchronized void serve(long newer, RuleBook book) {
        if (newer > number) {
            put(newer, book);
        }
    }

    /** Takes over what another node, or a restored backup, has put in force. */
    synchronized void catchUp() {
        standings
                .inForce()
                .filter(this::isOther)
                .ifPresent(standing -> put(
                        standing.number(),
                        prepare(standing.inForce().version(), standing.inForce().stopped())));
    }

    private boolean isOther(Standing standing) {
        Bookshelf known = shelf;
        return known == null
                || standing.number() != number
                || !standing.inForce().book().equals(known.live().version());
    }

    private void put(long newest, RuleBook book) {
        Bookshelf known = shelf;
        if (known == null) {
            shelf = new Bookshelf(book, AT_HAND);
        } else {
            known.publish(book);
        }
        number = newest;
    }
}
