package perennial.crmapi.wire;

import perennial.kernel.Words;

/** A sentence in English and in Simplified Chinese. */
public record WordsView(String en, String zh) {
    public static WordsView of(Words words) {
        return new WordsView(words.english(), words.chinese());
    }
}
