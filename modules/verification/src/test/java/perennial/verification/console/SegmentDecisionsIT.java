package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import perennial.verification.CautiousShop;

/** A person finds a version of the segments waiting, looks at what it would change, approves it, and goes back. */
class SegmentDecisionsIT {
    private final CautiousShop shop;

    SegmentDecisionsIT() throws IOException {
        shop = CautiousShop.opened("decisions");
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    @Test
    void a_person_approves_a_version_with_the_differences_in_view_and_goes_back_from_it() throws Exception {
        shop.run();
        shop.newcomersBuy();
        shop.run();
        String issued = shop.installation()
                .shell("user", "create", "--name", "eva", "--role", "operator")
                .out()
                .strip();
        try (Browser browser = Browser.at(shop.installation().address(), "en")) {
            browser.logInAsNew("eva", issued, "two swans under a bridge");
            browser.see("Customers by stage");
            browser.go("/segments");
            browser.see("A new version of the segments");
            browser.see("would be in another segment");
            isForEverybody(browser, "segments-proposal");
            browser.go("/");
            browser.follow("中文");
            browser.see("各阶段客户");
            browser.go("/segments");
            browser.see("客群的新版本");
            isForEverybody(browser, "segments-proposal-zh");
            browser.follow("English");
            browser.go("/segments");
            browser.fill("proposal:comment", "the newcomers are wholesale");
            browser.click("proposal:approve");
            browser.see("The new version is in force");
            browser.see("the newcomers are wholesale");
            browser.click("versions:ask");
            browser.see("Go back to the version of run");
            isForEverybody(browser, "segments-go-back");
            browser.click("versions:back");
            browser.see("The version before is in force again.");
            browser.see("put back in force");
            browser.click("versions:search");
            browser.see("The next run looks for the number of segments anew.");
            browser.see("Who moved, and why");
            browser.fill("naming:name", "Our friends");
            browser.click("naming:rename");
            browser.see("The segment is now called Our friends.");
            putsAChurnModelBack(browser);
        }
    }

    private static void putsAChurnModelBack(Browser browser) {
        browser.go("/churn");
        browser.click("models:each:1:put");
        browser.see("Put the model of run 1 back?");
        isForEverybody(browser, "churn-put-back");
        browser.fill("models:comment", "the newcomers confuse it");
        browser.click("models:putBack");
        browser.see("The next run scores by the model of run 1");
        browser.see("the newcomers confuse it");
    }

    private static void isForEverybody(Browser browser, String picture) {
        browser.picture(picture);
        assertThat(Accessibility.flaws(browser)).as(picture).isEmpty();
        assertThat(Accessibility.cutOff(browser)).as(picture).isEmpty();
    }
}
