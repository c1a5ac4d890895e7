package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FeatureGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "features.md");

    @Test
    void the_guide_says_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("perennial.write-guides")) {
            Files.createDirectories(GUIDE.getParent());
            Files.writeString(GUIDE, guide());
        }
        assertThat(GUIDE)
                .as("mvn -pl modules/analytics -am test -Dtest=FeatureGuideTest -Dperennial.write-guides=true"
                        + " writes it anew")
                .hasContent(guide());
    }

    @Test
    void every_feature_has_a_name_in_english_and_in_chinese_and_no_two_share_one() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(Feature.values())
                    .extracting(feature -> feature.title(locale))
                    .doesNotHaveDuplicates();
        }
        assertThat(Feature.values())
                .allSatisfy(feature -> assertThat(feature.title(Locale.CHINESE)).containsPattern("\\p{IsHan}"));
        assertThat(Feature.values()).extracting(Feature::label).doesNotHaveDuplicates();
    }

    private static String guide() {
        StringBuilder guide = new StringBuilder("""
                # Features

                What the fold computes of one customer's history before an instant, the cut. What happened at or after \
                the cut can't touch a value. A value that the history can't tell is absent, never a number in its place.

                Days are calendar days of the shop's time zone, and purchases of one day count as one occasion. The day \
                of the cut is the last day that had begun before it: a cut at midnight counts up to the day that just \
                ended. "The last 90 days" are the 90 calendar days that end with the day of the cut. Money is in major \
                units of the shop's currency. x, t_x and T are the symbols of the buy-till-you-die models (Fader, Hardie \
                and Lee 2005, Marketing Science 24(2)).

                | feature | unit | meaning | name | 名称 |
                |---|---|---|---|---|
                """);
        for (Feature feature : Feature.values()) {
            guide.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            feature.label(),
                            feature.unit().title(Locale.ENGLISH),
                            feature.meaning(),
                            feature.title(Locale.ENGLISH),
                            feature.title(Locale.SIMPLIFIED_CHINESE)));
        }
        return guide.append("""

                        The facts that are words and not numbers come from the same fold: the category with the highest \
                        spend, the products with the highest spend, the channel and the country of most orders, and what \
                        stands in the cart since the last order.
                        """).toString();
    }
}
