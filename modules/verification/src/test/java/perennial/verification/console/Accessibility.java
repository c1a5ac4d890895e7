package perennial.verification.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What keeps people from using the page that a browser shows: the rules of WCAG 2.2 AA as axe-core checks them, and what
 * it leaves out: the pictures' own contrast, the way through the page by keyboard, and what does not fit on a laptop.
 */
final class Accessibility {
    private static final String AXE = read("/axe.min.js");
    private static final String OWN = read("accessibility.js");

    private Accessibility() {}

    /** Everything, one line each; empty for a page that all can use. */
    static List<String> flaws(Browser browser) {
        browser.ask(OWN);
        List<String> flaws = new ArrayList<>(rules(browser));
        flaws.addAll(lines(browser.ask("return perennial.pictureContrast()")));
        flaws.addAll(keyboard(browser));
        flaws.addAll(fit(browser));
        return flaws;
    }

    private static List<String> rules(Browser browser) {
        browser.ask(AXE);
        return lines(browser.await("perennial.rules(arguments[0])"));
    }

    /** Everything that can be clicked is reached by the tabulator, can be seen to be, and the first is the short way. */
    private static List<String> keyboard(Browser browser) {
        Long presses = (Long) Objects.requireNonNull(browser.ask("return perennial.watchFocus()"));
        browser.tab(presses.intValue());
        return lines(browser.ask("return perennial.missedFocus()"));
    }

    /** Nothing hangs out to the right, on a wide laptop and on a narrow one. */
    static List<String> fit(Browser browser) {
        List<String> flaws = new ArrayList<>();
        for (int width : new int[] {1280, 1024}) {
            browser.resize(width, 800);
            Long beyond = (Long) Objects.requireNonNull(
                    browser.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            if (beyond > 0) {
                flaws.add("at " + width + " px the page hangs out by " + beyond + " px");
            }
        }
        browser.resize(1280, 800);
        return flaws;
    }

    /** Tables of which a part can only be seen by pushing it aside, which nobody knows who doesn't see it. */
    static List<String> cutOff(Browser browser) {
        return lines(browser.ask("return perennial.cutOff()"));
    }

    private static List<String> lines(@Nullable Object answer) {
        return ((List<?>) Objects.requireNonNull(answer))
                .stream().map(String::valueOf).toList();
    }

    private static String read(String resource) {
        try (InputStream script = Objects.requireNonNull(Accessibility.class.getResourceAsStream(resource))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
