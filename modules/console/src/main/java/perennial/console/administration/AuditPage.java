package perennial.console.administration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.access.AuditTrail;
import perennial.access.AuditTrail.Entry;
import perennial.access.AuditTrail.Selection;
import perennial.analytics.language.Phrases;
import perennial.console.shell.Language;

/** The audit trail, a page at a time, by an address that can be kept. */
@Named
@RequestScoped
public class AuditPage {
    private static final int LENGTH = 50;
    private static final Phrases PHRASES = Phrases.beside(AuditPage.class, "phrases");

    @Inject
    private AuditTrail trail;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    private List<Entry> entries = List.of();
    private boolean goesOn;

    @PostConstruct
    void look() {
        Selection selection =
                new Selection(given("actor"), given("deed"), given("before").flatMap(AuditPage::number));
        List<Entry> found = trail.entries(selection, LENGTH + 1);
        goesOn = found.size() > LENGTH;
        entries = found.stream().limit(LENGTH).toList();
    }

    public List<Entry> getEntries() {
        return entries;
    }

    public List<String> getDeeds() {
        return trail.deeds();
    }

    /** What a deed is called; a deed that has no name here keeps its word. */
    public String title(String deed) {
        try {
            return PHRASES.get(language.getLocale(), "deed." + deed);
        } catch (MissingResourceException e) {
            return deed;
        }
    }

    public @Nullable String getActor() {
        return given("actor").orElse(null);
    }

    public @Nullable String getDeed() {
        return given("deed").orElse(null);
    }

    public boolean isSelected() {
        return given("actor").isPresent() || given("deed").isPresent();
    }

    public boolean isLater() {
        return given("before").isPresent();
    }

    /** The query of the page with older entries; null if there are none. */
    public @Nullable String getOlder() {
        return goesOn ? query(Optional.of(entries.get(entries.size() - 1).id())) : null;
    }

    public String getNewest() {
        return query(Optional.empty());
    }

    private String query(Optional<Long> before) {
        return Stream.of(
                        given("actor").map(actor -> "actor=" + encoded(actor)),
                        given("deed").map(deed -> "deed=" + encoded(deed)),
                        before.map(id -> "before=" + id))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&", "?", ""));
    }

    private Optional<String> given(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
