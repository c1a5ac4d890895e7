package perennial.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Words;

/** The language that the person reads: chosen here, else that of the browser, else English. */
@Named
@RequestScoped
public class Language {
    static final String NAME = "lang";

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale locale;

    public Locale getLocale() {
        Locale known = Objects.requireNonNullElseGet(locale, this::find);
        locale = known;
        return known;
    }

    /** The tag for the page's {@code lang} attribute. */
    public String getTag() {
        return getLocale().toLanguageTag();
    }

    public boolean isChinese() {
        return getLocale().equals(Locale.SIMPLIFIED_CHINESE);
    }

    /** The sentence in the language of the page. */
    public String of(Words words) {
        return isChinese() ? words.chinese() : words.english();
    }

    /** The address of this very page in another language: what else it says, such as which file, stays. */
    public String link(String tag) {
        String rest = Optional.ofNullable(request.getQueryString()).map(query -> query.split("&")).stream()
                .flatMap(Arrays::stream)
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith(NAME + "="))
                .map(parameter -> "&" + parameter)
                .collect(Collectors.joining());
        return "?" + NAME + "=" + tag + rest;
    }

    private Locale find() {
        return Stream.concat(
                        Stream.concat(chosen(request).stream(), remembered().stream()),
                        Collections.list(request.getLocales()).stream().map(Locale::toLanguageTag))
                .flatMap(tag -> spoken(tag).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** What the person chose with this very request. */
    static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME))
                .filter(tag -> spoken(tag).isPresent());
    }

    private Optional<String> remembered() {
        return Optional.ofNullable(request.getCookies()).map(Arrays::asList).orElse(List.of()).stream()
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    static Optional<Locale> spoken(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            default -> Optional.empty();
        };
    }
}
