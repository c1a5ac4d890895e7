package perennial.activity.reading;

import java.io.IOException;
import java.util.List;

/** The lines of data of a file, one after the other, each as one text a column. */
interface Records {
    /** The names of the columns, in the order of the values. */
    List<String> columns();

    /** Goes to the next line; false at the end. */
    boolean advance() throws IOException;

    /** The number of the line in the file, from 1. */
    long line();

    /** All that the line says, whether it can be used or not: two lines with the same parts are the same line. */
    String[] parts();

    /**
     * The values of the line, empty where it has none.
     *
     * @throws Refusal if the line is malformed
     */
    String[] values();

    /** The line as it came, or as the CSV record that it is. */
    String content();
}
