package perennial.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The way from page to page. */
@Named
@RequestScoped
public class Rail {
    private static final List<Page> PAGES = List.of(
            new Page("/", "page.overview"),
            new Page("/customers", "page.customers"),
            new Page("/segments", "page.segments"),
            new Page("/churn", "page.churn"),
            new Page("/at-risk", "page.atRisk"),
            new Page("/value", "page.value"),
            new Page("/rules", "page.rules"),
            new Page("/runs", "page.runs"));

    private static final List<Page> ADMINISTRATION = List.of(
            new Page("/administration/users", "page.users"),
            new Page("/administration/keys", "page.keys"),
            new Page("/administration/webhooks", "page.webhooks"),
            new Page("/administration/audit", "page.audit"));

    @Inject
    private HttpServletRequest request;

    /** @param phrase the key of its name */
    public record Page(String path, String phrase) {}

    public List<Page> getPages() {
        return PAGES;
    }

    /** The pages for administrators. */
    public List<Page> getAdministration() {
        return ADMINISTRATION;
    }

    /** Whether the person is on that page, or on one below it such as a single customer. */
    public boolean current(Page page) {
        String here = request.getServletPath().replaceFirst("\\.xhtml$", "");
        return page.path().equals("/") ? here.equals("/") || here.equals("/index") : here.startsWith(page.path());
    }
}
