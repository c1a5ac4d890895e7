package perennial.cli.terminal;

import java.io.PrintStream;

/**
 * One of the two streams that a command writes to.
 *
 * @param isLive whether a person watches, so that a line may be drawn anew; a file or a pipe gets no control character
 */
public record Screen(PrintStream stream, boolean isLive) {}
