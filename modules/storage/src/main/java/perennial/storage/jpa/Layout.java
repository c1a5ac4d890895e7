package perennial.storage.jpa;

/** How a backup is laid out: a zip with a head first, then tables and files, and an end that counts the rows. */
final class Layout {
    static final String HEAD = "perennial-backup";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String END = "end";

    /** Of this layout, so that another one is recognised. */
    static final String FORMAT = "1";

    private Layout() {}
}
