package perennial.crmapi.churn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.churn.ChurnModels.Card;
import perennial.churn.ChurnModels.Deed;
import perennial.churn.ChurnModels.Version;

/**
 * @param id number of the run that trained it
 * @param state in_force, next, earlier or beaten
 * @param canBePutBack whether it was in force, is not, and can still be read
 * @param decision what was decided about it last; null for one that never took over
 */
public record ChurnVersionView(
        long id,
        Instant asOf,
        String state,
        boolean canBePutBack,
        @Nullable ChurnDecisionView decision,
        ChurnCardView card) {
    static ChurnVersionView of(Version version) {
        return new ChurnVersionView(
                version.run(),
                version.asOf(),
                version.state().name().toLowerCase(Locale.ROOT),
                version.canBePutBack(),
                version.last().map(ChurnDecisionView::of).orElse(null),
                ChurnCardView.of(version.card()));
    }

    /** @param kind took_over or put_back */
    public record ChurnDecisionView(String kind, Instant at, String by, String comment) {
        static ChurnDecisionView of(Deed deed) {
            return new ChurnDecisionView(
                    deed.kind().name().toLowerCase(Locale.ROOT), deed.at(), deed.actor(), deed.why());
        }
    }

    /** @param measures by model, on the time that it was judged on */
    public record ChurnCardView(
            String model,
            String settings,
            String settingsZh,
            double horizonDays,
            Instant trainedFrom,
            Instant trainedTo,
            Instant judgedFrom,
            Instant judgedTo,
            long trainingRows,
            long trainingLeft,
            List<String> features,
            List<String> idleFeatures,
            String calibration,
            long seed,
            Map<String, String> libraries,
            Map<String, Map<String, Double>> measures,
            boolean tookOver,
            String reason,
            String reasonZh) {
        static ChurnCardView of(Card card) {
            return new ChurnCardView(
                    card.kind(),
                    card.settings().english(),
                    card.settings().chinese(),
                    card.horizonDays(),
                    card.training().from(),
                    card.training().to(),
                    card.judged().from(),
                    card.judged().to(),
                    card.trainingRows(),
                    card.trainingLeft(),
                    card.features(),
                    card.idleFeatures(),
                    card.calibration(),
                    card.seed(),
                    card.libraries(),
                    card.measures(),
                    card.tookOver(),
                    card.why().english(),
                    card.why().chinese());
        }
    }
}
