package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.kernel.ConflictException;

/**
 * The rule book that serves and the last few before it, so that going back is a change of reference. Who took a book
 * keeps it until done: a decision names one version, whatever is published meanwhile.
 */
public final class Bookshelf {
    private final int kept;
    private volatile List<RuleBook> books;

    /** @param kept how many books stay at hand, the live one among them; at least 2 */
    public Bookshelf(RuleBook first, int kept) {
        if (kept < 2) {
            throw new IllegalArgumentException("to go back takes two books, not " + kept);
        }
        this.kept = kept;
        this.books = List.of(first);
    }

    public RuleBook live() {
        return books.get(0);
    }

    /** A book at hand, by its version. */
    public Optional<RuleBook> find(String version) {
        return books.stream().filter(book -> book.version().equals(version)).findFirst();
    }

    /** Makes a book the live one; the oldest beyond those kept is let go. */
    public synchronized void publish(RuleBook book) {
        List<RuleBook> next = new ArrayList<>(List.of(book));
        books.stream().filter(other -> !other.version().equals(book.version())).forEach(next::add);
        books = List.copyOf(next.subList(0, Math.min(kept, next.size())));
    }

    /**
     * Makes the book before the live one live again and takes the live one away.
     *
     * @throws ConflictException when there is none before it
     */
    public synchronized RuleBook rollBack() {
        if (books.size() < 2) {
            throw new ConflictException("no earlier version of the rules is at hand", "publish the version you want");
        }
        books = books.subList(1, books.size());
        return live();
    }
}
