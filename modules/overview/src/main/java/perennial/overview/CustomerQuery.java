package perennial.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * Which customers to list, and in which order.
 *
 * @param search only those whose id, name or e-mail begins so, or whose name has a word that does; capitals don't count
 *     but in ids
 * @param limit at most so many, 1 to 500
 */
public record CustomerQuery(
        Optional<String> search,
        Optional<Stage> stage,
        Optional<String> segment,
        Sort sort,
        boolean descending,
        Optional<String> cursor,
        int limit) {
    public static final int MOST = 500;
    private static final int LONGEST = 200;

    public CustomerQuery {
        if (search.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new InvalidInputException(
                    "q",
                    search.get().substring(0, LONGEST),
                    new Words("it is longer than " + LONGEST + " characters", "超过 " + LONGEST + " 个字符"),
                    new Words("shorten it", "请缩短"));
        }
        search = search.map(String::strip).filter(text -> !text.isEmpty());
        if (limit < 1 || limit > MOST) {
            throw new InvalidInputException(
                    "limit",
                    limit,
                    new Words("a page holds 1 to " + MOST + " customers", "每页 1 至 " + MOST + " 位客户"),
                    new Words("give a limit from 1 to " + MOST, "请给出 1 至 " + MOST + " 的数字"));
        }
    }

    /** What a list can be sorted by; the id settles ties. */
    public enum Sort {
        ID,
        VALUE,
        CHURN,
        ORDERS,
        SPEND,
        RECENCY,
        /** Value at risk; whoever has none is not in the list. */
        AT_RISK;

        /** Reads {@code value} or {@code -value}: the sign asks for the highest first. */
        static Sort named(String name) {
            return Arrays.stream(values())
                    .filter(sort -> sort.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "sort",
                            name,
                            new Words("no list can be sorted by it", "列表不能按此排序"),
                            new Words("sort by one of " + labels(), "请按以下之一排序：" + labels())));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static String labels() {
            return Arrays.stream(values()).map(Sort::label).collect(Collectors.joining(", "));
        }
    }

    /** A query from the words of a request; {@code sort} has {@code -} before it for the highest first. */
    public static CustomerQuery of(
            Optional<String> search,
            Optional<String> stage,
            Optional<String> segment,
            String sort,
            Optional<String> cursor,
            int limit) {
        boolean descending = sort.startsWith("-");
        return new CustomerQuery(
                search,
                stage.map(CustomerQuery::stage),
                segment,
                Sort.named(descending ? sort.substring(1) : sort),
                descending,
                cursor,
                limit);
    }

    /** Those of whom value is at risk, the most first. */
    public static CustomerQuery atRisk(
            Optional<String> stage, Optional<String> segment, Optional<String> cursor, int limit) {
        return of(Optional.empty(), stage, segment, "-" + Sort.AT_RISK.label(), cursor, limit);
    }

    private static Stage stage(String label) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "stage",
                        label,
                        new Words("there is no such stage", "没有这个阶段"),
                        new Words("give one of " + stages(), "请给出以下之一：" + stages())));
    }

    private static String stages() {
        return Arrays.stream(Stage.values()).map(Stage::label).collect(Collectors.joining(", "));
    }
}
