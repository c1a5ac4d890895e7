package perennial.crmapi.wire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Parts of a request that must be there. */
public final class Bodies {
    private Bodies() {}

    public static <T> T given(@Nullable T body) {
        return given(body, "body");
    }

    public static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidInputException(
                    field, "", new Words("it is missing", "缺少此项"), new Words("send " + field, "请给出 " + field));
        }
        return value;
    }

    /** A text that may be missing; blank is missing. */
    public static Optional<String> text(String field, @Nullable String text, int longest) {
        Optional<String> given = Optional.ofNullable(text).map(String::strip).filter(told -> !told.isEmpty());
        if (given.filter(told -> told.length() > longest).isPresent()) {
            throw new InvalidInputException(
                    field,
                    given.get().substring(0, longest),
                    new Words("it is longer than " + longest + " characters", "超过 " + longest + " 个字符"),
                    new Words("shorten it", "请缩短"));
        }
        return given;
    }

    public static void atMost(String field, List<?> items, int most) {
        if (items.size() > most) {
            throw new InvalidInputException(
                    field,
                    items.size(),
                    new Words("there are too many", "数量过多"),
                    new Words("send at most " + most, "最多 " + most + " 项"));
        }
    }
}
