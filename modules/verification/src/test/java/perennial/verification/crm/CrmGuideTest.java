package perennial.verification.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide for a CRM quotes is what the tests run. */
class CrmGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "crm.md");
    private static final Path EXAMPLE = Path.of("src/test/java/perennial/verification/crm/ExampleCrm.java");
    private static final Pattern QUOTE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_piece_of_java_in_the_guide_stands_in_the_example() throws IOException {
        String example = withoutIndentation(Files.readString(EXAMPLE));
        List<String> quotes = QUOTE.matcher(Files.readString(GUIDE))
                .results()
                .map(quote -> withoutIndentation(quote.group(1)))
                .toList();
        assertThat(quotes)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(quote -> assertThat(example).contains(quote));
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
