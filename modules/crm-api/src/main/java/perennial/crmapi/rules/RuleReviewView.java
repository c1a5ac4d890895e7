package perennial.crmapi.rules;

import java.util.List;
import java.util.Map;
import perennial.crmapi.wire.WordsView;
import perennial.decisions.RuleReviews.Cover;
import perennial.decisions.RuleReviews.Finding;
import perennial.decisions.RuleReviews.Place;
import perennial.decisions.RuleReviews.Review;
import perennial.decisions.RuleReviews.Trial;

/**
 * @param findings by flaw, file and line; none of them keeps the rules from living
 * @param complete whether everything was settled within the effort allowed
 * @param scenarios each with what came out otherwise
 * @param coverage how well the scenarios hold each rule
 */
public record RuleReviewView(
        boolean complete, List<FlawView> findings, List<TrialView> scenarios, List<CoverView> coverage) {
    static RuleReviewView of(Review review) {
        return new RuleReviewView(
                review.isComplete(),
                review.findings().stream().map(FlawView::of).toList(),
                review.trials().stream().map(TrialView::of).toList(),
                review.cover().stream().map(CoverView::of).toList());
    }

    /** @param line from 1 */
    public record RulePlaceView(String code, String file, int line) {
        static RulePlaceView of(Place place) {
            return new RulePlaceView(place.code(), place.file(), place.line());
        }
    }

    /**
     * @param flaw unreachable, duplicate, shadowed, contradictory, opposing or gap
     * @param rules the one to look at first, then those beside it
     * @param line in the file of the first one
     * @param example a customer for whom it matters, by attribute; amounts in major units
     */
    public record FlawView(
            String flaw,
            List<RulePlaceView> rules,
            int line,
            String message,
            String messageZh,
            Map<String, String> example) {
        static FlawView of(Finding finding) {
            return new FlawView(
                    finding.flaw(),
                    finding.rules().stream().map(RulePlaceView::of).toList(),
                    finding.line(),
                    finding.message().english(),
                    finding.message().chinese(),
                    finding.example());
        }
    }

    /**
     * @param holds whether all came out as it says
     * @param failures what did not; empty when it holds
     */
    public record TrialView(String file, String scenario, boolean holds, List<WordsView> failures) {
        static TrialView of(Trial trial) {
            return new TrialView(
                    trial.file(),
                    trial.scenario(),
                    trial.holds(),
                    trial.failures().stream().map(WordsView::of).toList());
        }
    }

    /**
     * @param full whether nothing of the rule is left untested
     * @param firedBy the scenarios that say that it fires
     * @param keptBy the scenarios with a customer for whom it must not fire
     * @param boundaries how many numbers it compares with
     * @param tested how many of them a scenario holds in place
     * @param untested what no scenario would notice
     */
    public record CoverView(
            RulePlaceView rule,
            boolean full,
            List<String> firedBy,
            List<String> keptBy,
            int boundaries,
            int tested,
            List<WordsView> untested) {
        static CoverView of(Cover cover) {
            return new CoverView(
                    RulePlaceView.of(cover.rule()),
                    cover.isFull(),
                    cover.firedBy(),
                    cover.keptBy(),
                    cover.boundaries(),
                    cover.tested(),
                    cover.untested().stream().map(WordsView::of).toList());
        }
    }
}
