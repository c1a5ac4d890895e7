package perennial.storage;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The whole installation in one file: every table of the database, as of one instant, and the files that modules keep
 * beside it. The file is the same whichever database it comes from, so it moves an installation from one to the other.
 */
public interface Backups {
    /** Writes a backup while the server works on; leaves the stream open. */
    void write(OutputStream to);

    /**
     * Puts a backup in the place of what is here: all of it, or nothing.
     *
     * @param isReplacing whether a shop that is here may be replaced
     * @param actor who asks
     * @throws perennial.kernel.InvalidInputException if it is no backup, is damaged, or is of another schema
     * @throws perennial.kernel.ConflictException if a shop is here that may not be replaced, or work is under way
     */
    void restore(InputStream backup, boolean isReplacing, String actor);
}
