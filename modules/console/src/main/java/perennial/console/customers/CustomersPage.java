package perennial.console.customers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.console.shell.Failures;
import perennial.kernel.InvalidInputException;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;

/** The list of customers: filtered, sorted and paged by the database, and by an address that can be kept. */
@Named
@RequestScoped
public class CustomersPage {
    private static final int PAGE = 50;
    private static final String HIGHEST_VALUE = "-value";

    @Inject
    private Overview overview;

    @Inject
    private HttpServletRequest request;

    private List<Overview.CustomerRow> rows = List.of();
    private Optional<String> next = Optional.empty();
    private Optional<InvalidInputException> refusal = Optional.empty();

    @PostConstruct
    void look() {
        try {
            Overview.Page page = overview.customers(
                    CustomerQuery.of(given("q"), given("stage"), given("segment"), getSort(), given("cursor"), PAGE));
            rows = page.items();
            next = page.next();
        } catch (RuntimeException failure) {
            refusal = Optional.of(Failures.only(InvalidInputException.class, failure));
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    public List<Overview.CustomerRow> getRows() {
        return rows;
    }

    public @Nullable InvalidInputException getRefusal() {
        return refusal.orElse(null);
    }

    public @Nullable String getQ() {
        return given("q").orElse(null);
    }

    public @Nullable String getStage() {
        return given("stage").orElse(null);
    }

    public @Nullable String getSegment() {
        return given("segment").orElse(null);
    }

    public String getSort() {
        return given("sort").orElse(HIGHEST_VALUE);
    }

    public boolean isFiltered() {
        return given("q").or(() -> given("stage")).or(() -> given("segment")).isPresent();
    }

    /** The address of this list sorted by a column: the highest first, and the other way round at the second click. */
    public String sortedBy(String column) {
        return address(Map.of("sort", getSort().equals("-" + column) ? column : "-" + column));
    }

    /** For assistive technology: how the list is sorted by the column. */
    public String order(String column) {
        return getSort().equals(column) ? "ascending" : getSort().equals("-" + column) ? "descending" : "none";
    }

    public String arrow(String column) {
        return getSort().equals(column) ? " ▲" : getSort().equals("-" + column) ? " ▼" : "";
    }

    public @Nullable String getNext() {
        return next.map(cursor -> address(Map.of("sort", getSort(), "cursor", cursor)))
                .orElse(null);
    }

    public @Nullable String getFirst() {
        return given("cursor").map(cursor -> address(Map.of("sort", getSort()))).orElse(null);
    }

    private String address(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : List.of("q", "stage", "segment")) {
            given(name).ifPresent(value -> all.put(name, value));
        }
        all.putAll(more);
        return "?"
                + all.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
