package perennial.decisions.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.analytics.churn.Factors;
import perennial.analytics.features.Feature;
import perennial.analytics.lifecycle.Stage;
import perennial.rules.Text;

/** What people call the codes that stand in a customer's facts. */
public final class Names {
    private Names() {}

    /** The name of a feature, of a reason for leaving or of a stage; any other text is its own name. */
    public static Text of(String code) {
        return Stream.of(
                        Feature.labelled(code).stream().map(feature -> text(feature::title)),
                        Arrays.stream(Factors.values())
                                .filter(story -> story.name().equals(code))
                                .map(story -> text(story::title)),
                        Arrays.stream(Stage.values())
                                .filter(stage -> stage.name().equals(code))
                                .map(stage -> text(stage::title)))
                .flatMap(names -> names)
                .findFirst()
                .orElseGet(() -> new Text(code, code));
    }

    private static Text text(Function<Locale, String> title) {
        String english = title.apply(Locale.ENGLISH);
        return new Text(
                english.substring(0, 1).toLowerCase(Locale.ENGLISH) + english.substring(1),
                title.apply(Locale.SIMPLIFIED_CHINESE));
    }
}
