package perennial.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** In which language to speak, known before the command line is understood, for its errors are spoken too. */
final class Language {
    private static final String OPTION = "--lang";

    private Language() {}

    static Locale of(List<String> arguments, Map<String, String> environment) {
        return tag(arguments, environment).startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static String tag(List<String> arguments, Map<String, String> environment) {
        int option = arguments.indexOf(OPTION);
        if (option >= 0 && option + 1 < arguments.size()) {
            return arguments.get(option + 1);
        }
        String joined = OPTION + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(joined))
                .map(argument -> argument.substring(joined.length()))
                .findFirst()
                .orElseGet(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(environment::get)
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse("en"));
    }
}
