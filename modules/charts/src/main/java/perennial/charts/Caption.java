package perennial.charts;

/**
 * The words of a picture as a whole.
 *
 * @param title a short name, written above it
 * @param description what there is to be seen in it, for those who don't see it; not written
 */
public record Caption(String title, String description) {}
