package perennial.analytics.churn;

import java.util.List;
import java.util.Locale;
import perennial.analytics.language.Phrases;

/** What comes of training: a model with its card, or the statement that there is too little to learn from. */
public sealed interface ChurnFit {

    /** A model and what is known about it. */
    record Fitted(ChurnModel model, ModelCard card) implements ChurnFit {}

    /** There is no model and no number; what is missing is said. */
    record NotEnoughData(List<Shortfall> shortfalls) implements ChurnFit {
        public NotEnoughData {
            shortfalls = List.copyOf(shortfalls);
        }
    }

    /** So much there is, so much it takes. */
    record Shortfall(Part part, Count count, int have, int need) {
        private static final Phrases PHRASES = Phrases.beside(ChurnFit.class, "churn");

        /** The shortfall in a sentence for people. */
        public String sentence(Locale locale) {
            String key = "shortfall." + part + "." + count;
            return PHRASES.format(locale, key.toLowerCase(Locale.ROOT), have, need);
        }
    }

    /** A part of the learning set. */
    enum Part {
        TRAINING,
        CALIBRATION,
        EVALUATION
    }

    /** Which of its customers are counted. */
    enum Count {
        CHURNED,
        STAYED
    }
}
