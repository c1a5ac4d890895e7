package perennial.verification.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A person at a laptop: Chromium without a window, which waits for what it is asked to find. Needs chromium and
 * chromedriver on the path; {@code deploy/verify} installs them.
 */
public final class Browser implements AutoCloseable {
    /** How long somebody looks for a thing on a page before they call it missing. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How long they look before they load a page again. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** What a window is higher than the page that it shows. */
    private static final int FRAME = 160;

    private final ChromeDriver driver;
    private final String address;

    private Browser(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /**
     * @param address of the server
     * @param language that the person reads, such as en or zh-CN
     */
    public static Browser at(String address, String language) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=" + WIDTH + "," + HEIGHT);
        options.addArguments("--lang=" + language, "--accept-lang=" + language);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage()
                .timeouts()
                .implicitlyWait(PATIENCE)
                .pageLoadTimeout(PATIENCE)
                .scriptTimeout(PATIENCE);
        return new Browser(driver, address);
    }

    private static File program(String... names) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + names[0] + " on the path"))
                .toFile();
    }

    /** Logs in with a password made by chance, which has to be changed at once. */
    public void logInAsNew(String user, String issued, String own) {
        logIn(user, issued);
        fill("change:current", issued);
        fill("change:chosen", own);
        fill("change:again", own);
        click("change:save");
    }

    public void logIn(String user, String password) {
        go("/login");
        fill("login:name", user);
        fill("login:password", password);
        click("login:enter");
    }

    public void go(String path) {
        driver.get(address + path);
    }

    public void fill(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        if (!"file".equals(field.getDomAttribute("type"))) {
            field.clear();
        }
        field.sendKeys(text);
    }

    public void click(String id) {
        driver.findElement(By.id(id)).click();
    }

    public void follow(String link) {
        driver.findElement(By.linkText(link)).click();
    }

    /** Goes on to where Enter leads, as somebody without a mouse would. */
    public void enter(String id) {
        driver.findElement(By.id(id)).sendKeys(Keys.ENTER);
    }

    /** What a script says that is run on the page, with these arguments. */
    public @Nullable Object ask(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The same of a script that hands its answer to the function that is its last argument. */
    public @Nullable Object await(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Presses the tabulator so many times, each from where the one before has led. */
    public void tab(int times) {
        Actions presses = new Actions(driver);
        for (int i = 0; i < times; i++) {
            presses.sendKeys(Keys.TAB);
        }
        presses.perform();
    }

    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Chooses the option that begins with this text. */
    public void choose(String id, String option) {
        driver.findElement(By.id(id))
                .findElement(By.xpath("./option[starts-with(normalize-space(.), '" + option + "')]"))
                .click();
    }

    /** Waits until the page shows this text. */
    public void see(String text) {
        find("//*[text()[contains(normalize-space(.), \"" + text + "\")]]");
    }

    /** Waits for something, by XPath. */
    public WebElement find(String path) {
        return driver.findElement(By.xpath(path));
    }

    /** Loads the page again until something stands there, by XPath. */
    public void reloadUntil(String path) {
        Instant end = Instant.now().plus(PATIENCE);
        driver.manage().timeouts().implicitlyWait(GLANCE);
        while (driver.findElements(By.xpath(path)).isEmpty() && Instant.now().isBefore(end)) {
            driver.navigate().refresh();
        }
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        find(path);
    }

    /** What stands there, by XPath; waits until there is something. */
    public List<String> texts(String path) {
        return driver.findElements(By.xpath(path)).stream()
                .map(WebElement::getText)
                .toList();
    }

    public String title() {
        return driver.getTitle();
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    /** Keeps a picture of the whole page as build output. */
    public void picture(String name) {
        Long height = (Long) Objects.requireNonNull(ask("return document.documentElement.scrollHeight"));
        resize(WIDTH, Math.max(HEIGHT, height.intValue() + FRAME));
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("perennial.work")).resolveSibling("screens"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            resize(WIDTH, HEIGHT);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
