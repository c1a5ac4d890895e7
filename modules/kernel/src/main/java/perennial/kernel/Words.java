package perennial.kernel;

/** The same sentence for people in English and in Simplified Chinese. */
public record Words(String english, String chinese) {}
