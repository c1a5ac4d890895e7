package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import perennial.verification.FilledShop;
import perennial.verification.Installation;

/** Every page as everybody meets it: in both languages, on a laptop, with the keyboard alone, with weak eyes. */
@ExtendWith(FilledShop.class)
class PagesIT {
    private static final Map<String, String> PAGES = pages();

    private final Installation shop;

    PagesIT(FilledShop.Running running) {
        shop = running.installation();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("customers", "/customers");
        pages.put("customers-none", "/customers?q=nobody-at-all");
        pages.put("customers-refused", "/customers?sort=colour");
        pages.put("customer", "/customer?id=C0002653");
        pages.put("customer-what-if", "/customer?id=C0002653&feature=recency&value=40");
        pages.put("at-risk", "/at-risk?capacity=50");
        pages.put("at-risk-refused", "/at-risk?capacity=many");
        pages.put("segments", "/segments");
        pages.put("churn", "/churn");
        pages.put("value", "/value");
        pages.put("rules", "/rules");
        pages.put("rules-edit", "/rules/edit?file=marketing/win-back.drl");
        pages.put("rules-effects", "/rules/effects");
        pages.put("rules-version", "/rules/proposal?id=1");
        pages.put("runs", "/runs");
        pages.put("upload", "/runs/upload");
        pages.put("users", "/administration/users");
        pages.put("keys", "/administration/keys");
        pages.put("webhooks", "/administration/webhooks");
        pages.put("audit", "/administration/audit");
        pages.put("password", "/password");
        return pages;
    }

    @Test
    void every_page_can_be_read_and_used_by_everybody_in_both_languages() throws IOException {
        List<String> flaws = new ArrayList<>();
        try (Browser browser = Browser.at(shop.address(), "en")) {
            browser.go("/login");
            browser.picture("login-en");
            flaws.addAll(found("login", Accessibility.flaws(browser)));
            String name = "eva-" + System.nanoTime();
            browser.logInAsNew(name, issued(name), "two swans under a bridge");
            browser.see("Customers by stage");
            PAGES.forEach((page, path) -> {
                browser.go(path);
                browser.picture(page + "-en");
                flaws.addAll(found(page, Accessibility.flaws(browser)));
                flaws.addAll(found(page, Accessibility.cutOff(browser)));
                flaws.addAll(found(page, language(browser, "en")));
            });
            browser.go("/no-such-page");
            browser.picture("missing");
            flaws.addAll(found("missing", Accessibility.flaws(browser)));
            browser.go("/");
            browser.follow("中文");
            browser.see("各阶段客户");
            PAGES.forEach((page, path) -> {
                browser.go(path);
                browser.picture(page + "-zh");
                flaws.addAll(found(page + " in Chinese", Accessibility.flaws(browser)));
                flaws.addAll(found(page + " in Chinese", language(browser, "zh-CN")));
            });
        }
        assertThat(flaws).isEmpty();
    }

    private String issued(String name) throws IOException {
        return shop.shell("user", "create", "--name", name, "--role", "administrator")
                .out()
                .strip();
    }

    private static List<String> language(Browser browser, String language) {
        Object said = browser.ask("return document.documentElement.lang");
        return language.equals(said) ? List.of() : List.of("the page says that it is in " + said);
    }

    private static List<String> found(String page, List<String> flaws) {
        return flaws.stream().map(flaw -> page + ": " + flaw).toList();
    }
}
