package perennial.analytics.clustering;

import perennial.kernel.InvalidInputException;

/**
 * A customer's place in the RFM grid.
 *
 * @param recency 1 (long ago) to 5 (just now)
 * @param frequency 1 (seldom) to 5 (often)
 * @param monetary 1 (little) to 5 (much)
 */
public record RfmScore(int recency, int frequency, int monetary) {
    public RfmScore {
        require("recency", recency);
        require("frequency", frequency);
        require("monetary", monetary);
    }

    /** The named cell, by recency and by the mean of frequency and monetary value, halves rounded up. */
    public RfmCell cell() {
        return RfmCell.at(recency, (frequency + monetary + 1) / 2);
    }

    /** "543": the scores of recency, frequency and monetary value, as marketers write them. */
    public String digits() {
        return "" + recency + frequency + monetary;
    }

    private static void require(String field, int score) {
        if (score < 1 || score > 5) {
            throw new InvalidInputException(field, score, "a score is 1 to 5", "score customers by a fitted grid");
        }
    }
}
