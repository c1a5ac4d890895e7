package perennial.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody may have meant: the one with the fewest letters to change (Levenshtein's distance). */
public final class NearestWord {
    private NearestWord() {}

    /** Empty if none is near: more than a third of the letters, and more than two, would have to change. */
    public static Optional<String> to(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int most = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(word -> distance(wanted, word.toLowerCase(Locale.ROOT))));
    }

    /** As the fix of an error. */
    public static Words advice(String given, Collection<String> known) {
        Optional<String> near = to(given, known);
        String all = String.join(", ", known);
        return new Words(
                near.map(word -> "did you mean \"" + word + "\"? ").orElse("") + "Known: " + all,
                near.map(word -> "是否指“" + word + "”？").orElse("") + "可用：" + all);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
