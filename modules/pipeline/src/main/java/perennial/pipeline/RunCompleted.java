package perennial.pipeline;

import perennial.kernel.Run;

/** A weekly run has ended well and its results are in force. */
public record RunCompleted(Run run) {}
