package perennial.segmentation;

import perennial.kernel.Run;

/** The customers of a run were put into the segments of another version, an event in the transaction that does it. */
public record SegmentsPlaced(Run run) {}
