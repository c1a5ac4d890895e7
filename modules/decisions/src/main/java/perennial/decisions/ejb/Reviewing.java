package perennial.decisions.ejb;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import perennial.decisions.RuleReviews;
import perennial.decisions.UnknownRuleVersionException;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.model.Examination;

/** Remembers the last reviews: a page asks for the same one again and again, and to compile a book takes a second. */
@Singleton
@Local(RuleReviews.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reviewing implements RuleReviews {
    private static final int AT_HAND = 20;

    @Inject
    private RuleVersionRows rows;

    @Inject
    private RuleBooks books;

    /** By the name of the book, which is another one for other texts. */
    private final Map<String, Review> known = Collections.synchronizedMap(new LastUsed());

    @Override
    public Review of(long version) {
        String book = rows.find(version)
                .orElseThrow(() -> new UnknownRuleVersionException(version))
                .book();
        Review review = known.get(book);
        if (review == null) {
            review = Examination.of(books.prepare(version, Set.of()));
            known.put(book, review);
        }
        return review;
    }

    private static final class LastUsed extends LinkedHashMap<String, Review> {
        private static final long serialVersionUID = 1;

        LastUsed() {
            super(AT_HAND, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Review> eldest) {
            return size() > AT_HAND;
        }
    }
}
