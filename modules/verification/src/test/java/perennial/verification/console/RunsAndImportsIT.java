package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import perennial.verification.Installation;

/** A person brings a shop's orders in, mends a wrong column, and follows a run, in a browser. */
class RunsAndImportsIT {
    private static final String PASSWORD = "seven teapots on a shelf";
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private static final Map<String, String> EMPTY_PAGES = Map.of(
            "overview", "/", "customers", "/customers", "segments", "/segments", "churn", "/churn", "value", "/value");

    private static final Map<String, List<String>> emptyPages = new HashMap<>();
    private static final Map<String, List<String>> ways = new HashMap<>();
    private static Installation installation;
    private static @Nullable Browser opened;

    @BeforeAll
    static void openAShop() throws IOException {
        installation = Installation.empty("console");
        Installation.Said said = installation.shell("start", "--json", "--sample", "none");
        assertThat(said.exit()).as(said.errors()).isZero();
        JsonObject opening = said.json();
        installation.shell("shop", "--name", "Teeladen", "--currency", "EUR", "--zone", "Europe/Berlin", "--historic");
        Browser browser = Browser.at(installation.address(), "en");
        opened = browser;
        browser.logInAsNew(opening.getString("consoleUser"), opening.getString("consolePassword"), PASSWORD);
        browser.find("//h1[.='Overview']");
        EMPTY_PAGES.forEach((page, path) -> {
            browser.go(path);
            browser.picture(page + "-empty");
            emptyPages.put(page, Accessibility.flaws(browser));
            ways.put(page, browser.texts("//*[@id='content']//*[contains(@class, 'empty')]//a"));
        });
    }

    @AfterAll
    static void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
        installation.shell("stop");
    }

    @Test
    void a_page_with_nothing_to_show_yet_can_be_used_and_leads_on() {
        assertThat(emptyPages)
                .hasSameSizeAs(EMPTY_PAGES)
                .allSatisfy((page, flaws) -> assertThat(flaws).as(page).isEmpty());
        assertThat(ways).allSatisfy((page, links) -> assertThat(links).as(page).containsExactly("Runs and imports"));
    }

    /** As a till in Germany exports them; "Zahl" is a word that no guess knows for a quantity. */
    private static Path orders() throws IOException {
        StringBuilder text = new StringBuilder("Bestellung;Kunde;Datum;Artikel;Zahl;Preis\n");
        LocalDateTime first = LocalDate.of(2024, 1, 1).atTime(10, 15);
        for (int order = 0; order < 600; order++) {
            text.append(1000 + order)
                    .append(";Müller-")
                    .append(order * 7 % 90)
                    .append(';')
                    .append(GERMAN.format(first.plusHours(order * 14L)))
                    .append(";TEE-")
                    .append(order % 5)
                    .append(order == 300 ? ";zwei;" : ";2;")
                    .append("1.234,50\n");
        }
        Path file = installation.home().resolveSibling("bestellungen.csv");
        return Files.writeString(file, text, Charset.forName("windows-1252"));
    }

    @Test
    void a_wrong_column_is_mended_the_orders_come_in_and_a_run_is_followed_to_its_end() throws IOException {
        Browser browser = Objects.requireNonNull(opened);
        browser.go("/runs");
        browser.see("No run yet");
        browser.follow("Import a file");
        browser.fill("upload:file", orders().toString());
        browser.click("upload:send");

        browser.see("Quantity: It is needed, and no column is chosen for it");
        browser.choose("mapping:fields:4:source", "Artikel");
        browser.click("mapping:try");
        browser.see("Quantity: A number can't be read (here: TEE-0)");
        browser.picture("mapping-wrong-column");
        assertThat(Accessibility.flaws(browser)).isEmpty();
        browser.choose("mapping:fields:4:source", "Zahl");
        browser.click("mapping:try");
        browser.see("Of the first 600 lines 1 would be set apart");
        browser.picture("mapping");
        browser.fill("mapping:name", "teeladen-orders");
        browser.click("mapping:import");

        browser.see("Download these lines (CSV)");
        assertThat(browser.find("//tr[th[.='lines bought']]/td").getText()).isEqualTo("599");
        browser.picture("import-report");
        assertThat(Accessibility.flaws(browser)).isEmpty();

        browser.go("/runs");
        browser.click("start:go");
        browser.find("//table[contains(@class, 'steps')]//progress[@value > 0]");
        browser.picture("run");
        assertThat(Accessibility.flaws(browser)).isEmpty();
        browser.see("This run has ended");
        browser.find("//table[contains(@class, 'steps')]//tr[last()]//span[contains(@class, 'completed')]");
        browser.picture("runs");

        browser.follow("中文");
        assertThat(browser.title()).startsWith("运行与导入");
        browser.see("最近的运行");
    }
}
