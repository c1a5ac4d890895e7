package perennial.ruleengine;

import java.util.List;
import java.util.Optional;
import perennial.rules.CustomerSnapshot;

/**
 * A rule and the customers for whom it fires.
 *
 * @param boxes the customers, all boxes together
 */
record Scope(Sentence sentence, List<Box> boxes) {

    /** What an analysis may still spend on comparing boxes; where it ends, nothing more is claimed. */
    static final class Effort {
        private int left;

        Effort(int left) {
            this.left = left;
        }

        boolean spent() {
            return left <= 0;
        }

        private boolean spend() {
            left--;
            return left >= 0;
        }
    }

    Rule rule() {
        return sentence.rule();
    }

    /** Codes are given once in a book. */
    boolean is(Scope other) {
        return rule().code().equals(other.rule().code());
    }

    /** Whether it is certain that everybody for whom this rule fires is of the other's customers as well. */
    boolean within(Scope other, Effort effort) {
        return boxes.stream().allMatch(box -> covered(box, other.boxes, 0, effort));
    }

    /** Piece by piece, so that the first customer outside ends the search. */
    private static boolean covered(Box box, List<Box> others, int from, Effort effort) {
        if (!effort.spend()) {
            return false;
        }
        if (from == others.size()) {
            return Witness.of(box).impossible();
        }
        return box.minus(others.get(from)).stream().allMatch(piece -> covered(piece, others, from + 1, effort));
    }

    /** A customer for whom both rules fire. */
    Optional<CustomerSnapshot> common(Scope other, Effort effort) {
        for (Box box : boxes) {
            for (Box beside : other.boxes) {
                if (!effort.spend()) {
                    return Optional.empty();
                }
                Optional<CustomerSnapshot> found = Witness.of(box.and(beside)).customer();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    Optional<CustomerSnapshot> anybody() {
        return anybody(boxes);
    }

    static Optional<CustomerSnapshot> anybody(List<Box> boxes) {
        return boxes.stream()
                .flatMap(box -> Witness.of(box).customer().stream())
                .findFirst();
    }
}
