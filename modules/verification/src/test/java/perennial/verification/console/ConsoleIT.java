package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import perennial.verification.FilledShop;
import perennial.verification.Installation;

/** Somebody at the console of a shop that has had its first run, in a browser, from login to logout. */
@ExtendWith(FilledShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final String PASSWORD = "nine lamps along the canal";

    private final Installation shop;
    private final String user = "ada-" + System.nanoTime();

    ConsoleIT(FilledShop.Running running) {
        shop = running.installation();
    }

    @BeforeAll
    void choosePassword() throws IOException {
        String issued = shop.shell("user", "create", "--name", user, "--role", "administrator")
                .out()
                .strip();
        try (Browser browser = Browser.at(shop.address(), "en")) {
            browser.logInAsNew(user, issued, PASSWORD);
            browser.see("Customers by stage");
        }
    }

    private Browser loggedIn() throws IOException {
        Browser browser = Browser.at(shop.address(), "en");
        browser.logIn(user, PASSWORD);
        browser.see("Customers by stage");
        return browser;
    }

    @Test
    void customers_are_searched_filtered_sorted_and_paged() throws IOException {
        try (Browser browser = loggedIn()) {
            browser.follow("Customers");
            browser.fill("q", "C00012");
            browser.choose("stage", "Active");
            browser.enter("q");
            browser.find("//a[.='Clear']");
            assertThat(browser.texts("//tbody/tr/td[1]")).isNotEmpty().allMatch(id -> id.startsWith("C00012"));
            assertThat(browser.texts("//tbody/tr/td[2]")).containsOnly("Active");

            browser.follow("Clear");
            browser.follow("Risk of leaving");
            browser.find("//th[@aria-sort='descending'][starts-with(., 'Risk of leaving')]");
            String riskiest = browser.find("//tbody/tr[1]/td[1]").getText();
            browser.follow("Next page");
            browser.find("//a[.='First page']");
            assertThat(browser.texts("//tbody/tr/td[1]")).hasSize(50).doesNotContain(riskiest);
        }
    }

    @Test
    void a_customer_shows_why_and_all_of_it_is_chinese_once_that_is_chosen() throws IOException {
        try (Browser browser = loggedIn()) {
            browser.go("/customers?sort=-value");
            browser.find("//tbody/tr[1]/td[1]/a").click();
            browser.see("Who it is");
            browser.find("(//summary[.='Why this'])[1]").click();
            browser.see("What the rules saw");

            browser.follow("中文");
            browser.see("基本信息");
            browser.find("(//summary[.='为什么'])[1]").click();
            browser.see("规则所见");
            browser.picture("why-zh");
            assertThat(browser.texts("//details[@open]//li | //details[@open]//dt"))
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(word).containsPattern("\\p{IsHan}"));
            assertThat(browser.texts("//p[contains(@class, 'meaning')] | //ol[@class='reasons']/li | //article/p"))
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).containsPattern("\\p{IsHan}"));
            browser.follow("概览");
            assertThat(browser.title()).startsWith("概览");
        }
    }

    @Test
    void the_overview_tells_from_the_first_run_on_what_changed_within_a_week() throws IOException {
        try (Browser browser = loggedIn()) {
            browser.see("a week earlier, by today's data");
            assertThat(browser.texts("//tr[td[1]/a[contains(@class, 'tag')]]/td[4]"))
                    .hasSize(5)
                    .allMatch(change -> change.matches("±0|[+−][0-9,]+"))
                    .anyMatch(change -> !change.equals("±0"));
        }
    }

    @Test
    void an_administrator_makes_a_key_that_is_shown_once_and_revokes_it() throws IOException, InterruptedException {
        try (Browser browser = loggedIn()) {
            browser.follow("API keys");
            String name = "crm-" + System.nanoTime();
            browser.fill("new:name", name);
            browser.choose("new:role", "reader");
            browser.click("new:create");
            String key = browser.find("//code[@id='secret']").getText();
            String overview = shop.address() + "/api/v1/overview";
            assertThat(Installation.get(overview, key).statusCode()).isEqualTo(200);

            browser.follow("API keys");
            browser.find("//body[not(.//code[@id='secret'])]");
            browser.find(row(name) + "//input[@value='Revoke']").click();
            browser.find(row(name) + "//input[@value='Revoke for ever']").click();
            browser.see("The key " + name + " opens nothing any more");
            assertThat(Installation.get(overview, key).statusCode()).isEqualTo(401);

            browser.follow("Audit trail");
            assertThat(browser.texts("//tr[contains(., '" + name + "')]/td[3]"))
                    .startsWith("revoked a key", "made a key");
        }
    }

    @Test
    void an_administrator_registers_a_webhook_sees_that_its_receiver_is_away_and_removes_it()
            throws IOException, InterruptedException {
        try (Browser browser = loggedIn()) {
            browser.follow("Webhooks");
            String address = "http://127.0.0.1:9/crm-" + System.nanoTime();
            browser.fill("new:address", address);
            browser.click("new:register");
            browser.see("The secret that signs requests to " + address);

            browser.follow("Webhooks");
            browser.find("//body[not(.//code[@id='secret'])]");
            checkAnOrder();
            String webhook = "//section[h2[contains(., '" + address + "')]]";
            browser.reloadUntil(webhook + "[contains(., 'Nothing was accepted since')]");
            browser.find(webhook + "//input[@value='Deliveries']").click();
            browser.find(webhook + "//input[@value='Hide deliveries']");
            browser.find(webhook + "//th[.='Last try']");
            browser.find(webhook + "//tr/td[2][contains(., 'waits')][contains(., 'nobody takes connections')]");
            browser.picture("webhook-failing");
            browser.find(webhook + "//input[@value='Remove with all it is owed']")
                    .click();
            browser.see("Nothing more goes to " + address);
            browser.find("//body[not(.//h2[contains(., '" + address + "')])]");
        }
    }

    @Test
    void an_administrator_makes_a_user_and_whoever_logs_out_is_out() throws IOException {
        try (Browser browser = loggedIn()) {
            browser.follow("Users");
            String name = "bo-" + System.nanoTime();
            browser.fill("new:name", name);
            browser.click("new:create");
            browser.see("Password of " + name);
            browser.find(row(name) + "//span[.='has not chosen a password yet']");

            browser.click("person:leave");
            browser.find("//input[@id='login:name']");
            browser.go("/customers");
            browser.find("//input[@id='login:name']");
        }
    }

    /** An order that the risk rules decide about at once, so that the webhooks have something to tell. */
    private void checkAnOrder() throws IOException, InterruptedException {
        String key = shop.shell("key", "create", "--name", "orders-" + System.nanoTime(), "--role", "analyst")
                .out()
                .strip();
        JsonObject overview = Installation.object(
                Installation.get(shop.address() + "/api/v1/overview", key).body());
        String order = "{\"customer\":\"newcomer-" + System.nanoTime() + "\",\"moment\":\"order\",\"registered\":\""
                + overview.getString("asOf") + "\",\"order\":{\"id\":\"n-1\",\"amount\":99999,"
                + "\"paymentCountry\":\"NG\",\"shippingCountry\":\"DE\"}}";
        assertThat(Installation.postJson(shop.address() + "/api/v1/decisions", key, order)
                        .statusCode())
                .isEqualTo(201);
    }

    private static String row(String name) {
        return "//tr[td[1][normalize-space(.)='" + name + "']]";
    }
}
