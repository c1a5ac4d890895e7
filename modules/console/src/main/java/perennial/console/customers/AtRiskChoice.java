package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.overview.CustomerQuery;

/** Of whom the list of those at risk is, as its address says. */
@Named
@RequestScoped
public class AtRiskChoice {
    private static final String USUAL = "200";

    @Inject
    private HttpServletRequest request;

    CustomerQuery query() {
        return CustomerQuery.atRisk(given("stage"), given("segment"), Optional.empty(), most());
    }

    private int most() {
        try {
            int most = Integer.parseInt(getCapacity());
            if (most >= 1 && most <= CustomerQuery.MOST) {
                return most;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new InvalidInputException(
                "capacity",
                getCapacity(),
                new Words("it is no number of customers that fits here", "不是此处可用的客户数"),
                new Words("give 1 to " + CustomerQuery.MOST, "请给出 1 至 " + CustomerQuery.MOST));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    public String getCapacity() {
        return given("capacity").orElse(USUAL);
    }

    public @Nullable String getStage() {
        return given("stage").orElse(null);
    }

    public @Nullable String getSegment() {
        return given("segment").orElse(null);
    }

    /** The address of the same list as a file. */
    public String getFile() {
        return "at-risk/file?capacity=" + encoded(getCapacity())
                + given("stage").map(stage -> "&stage=" + encoded(stage)).orElse("")
                + given("segment")
                        .map(segment -> "&segment=" + encoded(segment))
                        .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
