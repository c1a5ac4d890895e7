package perennial.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;

/**
 * What a command says, in the language of the person who reads it. Results and progress go to the standard output,
 * unless the command answers with a document there: then all else goes to the standard error.
 */
public final class Terminal {
    private static final Phrases PHRASES = Phrases.beside(Terminal.class, "messages");
    private static final JsonWriterFactory JSON = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final Screen out;
    private final Screen err;
    private final Screen talk;
    private final Locale locale;
    private final InstantSource clock;

    private Terminal(Screen out, Screen err, Screen talk, Locale locale, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.talk = talk;
        this.locale = locale;
        this.clock = clock;
    }

    public static Terminal of(Screen out, Screen err, Locale locale, InstantSource clock) {
        return new Terminal(out, err, out, locale, clock);
    }

    /** The same, with the standard output kept free for a document. */
    public Terminal forDocument() {
        return new Terminal(out, err, err, locale, clock);
    }

    public Terminal forDocument(boolean isDocument) {
        return isDocument ? forDocument() : this;
    }

    public Locale locale() {
        return locale;
    }

    /** A phrase of ours in the reader's language. */
    public String phrase(String key, Object... arguments) {
        return PHRASES.format(locale, key, arguments);
    }

    /** What was said in both languages, in the reader's. */
    public String inLanguage(Words words) {
        return locale.getLanguage().equals("zh") ? words.chinese() : words.english();
    }

    /** What people call a thing that the server names by a word; the word itself if we don't know it. */
    public String title(String kind, String name) {
        try {
            return phrase(kind + "." + name);
        } catch (MissingResourceException e) {
            return name;
        }
    }

    /** Says a phrase on a line of its own. */
    public void say(String key, Object... arguments) {
        line(phrase(key, arguments));
    }

    public void line(String text) {
        talk.stream().println(text);
    }

    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** A line that is the answer itself, on the standard output whatever else is said. */
    public void answer(String text) {
        out.stream().println(text);
    }

    public void answer(JsonStructure document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriter(text)) {
            writer.write(document);
        }
        answer(text.toString().strip());
    }

    public PrintWriter outWriter() {
        return new PrintWriter(out.stream(), true, UTF_8);
    }

    public PrintWriter errWriter() {
        return new PrintWriter(err.stream(), true, UTF_8);
    }

    /** Whether a person watches what is said, and so may be asked. */
    public boolean isLive() {
        return talk.isLive();
    }

    public void complain(Failure failure) {
        complain(phrase(failure.phrase(), failure.arguments()));
    }

    public void complain(String text) {
        err.stream().println("perennial: " + text);
    }

    /** Asks for a line to be redrawn while something takes its time. */
    public Gauge gauge() {
        return new Gauge(talk, clock);
    }

    public Figures figures() {
        return new Figures(this);
    }
}
