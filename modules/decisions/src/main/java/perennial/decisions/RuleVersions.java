package perennial.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * The versions of the rule book: each begins as a draft, is proposed, and goes live when another person has approved it;
 * from each live one it is one step back to the one before.
 */
public interface RuleVersions {
    /** All of them, the newest first. */
    List<Version> all();

    /** @throws UnknownRuleVersionException if there is none of that number */
    Version find(long id);

    /** The files of a version, whole and as their authors wrote them, by path. */
    List<File> files(long id);

    /** The files of a version that are not those of the version on which it was written. */
    List<Change> changes(long id);

    InForce inForce();

    /**
     * Puts the version on which the live one was written back in force.
     *
     * @param live the version in force, so that nobody goes back twice by asking twice
     * @throws ConflictException if another one is in force, there is none before it, or the person keeps other rules
     */
    void rollBack(long live, Remark remark);

    /**
     * Keeps one rule from firing, at once and in every version that follows, until somebody lifts it.
     *
     * @throws UnknownRuleException if the version in force has no such rule
     * @throws ConflictException if it is stopped, or the person keeps other rules
     */
    void stop(String code, Remark remark);

    /** Lifts a stop; refuses as {@link #stop} does. */
    void resume(String code, Remark remark);

    /**
     * Who does something about rules.
     *
     * @param keepsMarketing whether the rules of marketing and prices are theirs to change
     * @param keepsRisk whether the rules about risk are
     */
    record Person(String name, boolean keepsMarketing, boolean keepsRisk) {}

    /** @param text why, in the person's words; may be empty */
    record Remark(Person by, String text) {
        public static final int LONGEST = 500;

        public Remark {
            text = text.strip();
            if (text.length() > LONGEST) {
                throw new InvalidInputException(
                        "comment",
                        text.length() + " characters",
                        new Words("it is longer than " + LONGEST + " characters", "超过 " + LONGEST + " 个字符"),
                        new Words("shorten it", "请缩短"));
            }
        }
    }

    /**
     * @param base the version in force on which it was written, and to which one goes back from it; empty for the first
     * @param book what decisions call it while no rule is stopped
     * @param due when it goes live, of one that is scheduled
     * @param deeds what was done with it, the oldest first
     */
    record Version(
            long id,
            Optional<Long> base,
            String title,
            State state,
            String book,
            Optional<Instant> due,
            List<Deed> deeds) {
        public Version {
            deeds = List.copyOf(deeds);
        }

        public Deed last() {
            return deeds.get(deeds.size() - 1);
        }

        /** Who wrote or changed or proposed it, so that approval is for somebody else. */
        public boolean isBy(String person) {
            return deeds.stream()
                    .anyMatch(deed -> deed.kind().isAuthors() && deed.actor().equals(person));
        }

        public String author() {
            return deeds.get(0).actor();
        }
    }

    enum State {
        DRAFT,
        PROPOSED,
        /** Approved, and live from a later instant on. */
        SCHEDULED,
        LIVE,
        REJECTED,
        /** It was live once. */
        RETIRED
    }

    /** @param why what the person wrote; may be empty */
    record Deed(Kind kind, Instant at, String actor, Words why) {
        public enum Kind {
            /** It came with the product. */
            SHIPPED,
            WRITTEN,
            CHANGED,
            PROPOSED,
            APPROVED,
            REJECTED,
            /** At its time, once scheduled. */
            WENT_LIVE,
            /** Put in force again after the one that had followed it. */
            RESTORED;

            boolean isAuthors() {
                return this == WRITTEN || this == CHANGED || this == PROPOSED;
            }
        }
    }

    /** @param path such as marketing/win-back.drl, or marketing/parameters.yaml for the named numbers */
    record File(String path, String text) {}

    /**
     * @param before empty where the file is new
     * @param after empty where it is gone
     */
    record Change(String path, Optional<String> before, Optional<String> after) {}

    /**
     * @param stopped codes of the rules that are kept from firing
     * @param book what decisions call it
     */
    record InForce(long version, Set<String> stopped, String book, Instant since, String actor) {
        public InForce {
            stopped = Set.copyOf(stopped);
        }
    }
}
