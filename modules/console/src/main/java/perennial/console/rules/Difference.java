package perennial.console.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.decisions.RuleVersions.Change;

/** What is other in a file, line by line: a longest common subsequence, with a few lines around each change. */
public final class Difference {
    private static final int AROUND = 3;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private Difference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param mark blank for a line that stays, − for one that goes, + for one that comes, … for those left out
     * @param number of the line, in the text before if it goes, else in the text after; empty for those left out
     */
    public record Line(String mark, String number, String text) {
        /** The style that shows the mark. */
        public String getStyle() {
            return switch (mark) {
                case "+" -> "added";
                case "−" -> "gone";
                default -> "kept";
            };
        }
    }

    static List<Line> of(Change change) {
        Difference difference = new Difference(lines(change.before()), lines(change.after()));
        difference.compare();
        return difference.near();
    }

    private static List<String> lines(Optional<String> text) {
        return text.map(whole -> whole.lines().toList()).orElse(List.of());
    }

    private void compare() {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int same = 0;
        while (same < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        keep(0, start);
        between(start, before.size() - same, after.size() - same);
        keep(after.size() - same, after.size());
    }

    private void between(int start, int endBefore, int endAfter) {
        int[][] common = new int[endBefore - start + 1][endAfter - start + 1];
        for (int i = endBefore - 1; i >= start; i--) {
            for (int j = endAfter - 1; j >= start; j--) {
                common[i - start][j - start] = before.get(i).equals(after.get(j))
                        ? common[i - start + 1][j - start + 1] + 1
                        : Math.max(common[i - start + 1][j - start], common[i - start][j - start + 1]);
            }
        }
        int i = start;
        int j = start;
        while (i < endBefore || j < endAfter) {
            if (i < endBefore && j < endAfter && before.get(i).equals(after.get(j))) {
                keep(j, j + 1);
                i++;
                j++;
            } else if (i < endBefore
                    && (j == endAfter || common[i - start + 1][j - start] >= common[i - start][j - start + 1])) {
                lines.add(new Line("−", Integer.toString(i + 1), before.get(i)));
                i++;
            } else {
                lines.add(new Line("+", Integer.toString(j + 1), after.get(j)));
                j++;
            }
        }
    }

    private void keep(int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(" ", Integer.toString(i + 1), after.get(i)));
        }
    }

    private List<Line> near() {
        List<Line> near = new ArrayList<>();
        boolean isLeftOut = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearChange(i)) {
                near.add(lines.get(i));
                isLeftOut = false;
            } else if (!isLeftOut) {
                near.add(new Line("…", "", ""));
                isLeftOut = true;
            }
        }
        return near;
    }

    private boolean isNearChange(int line) {
        return lines.subList(Math.max(0, line - AROUND), Math.min(lines.size(), line + AROUND + 1)).stream()
                .anyMatch(other -> !other.mark().equals(" "));
    }
}
