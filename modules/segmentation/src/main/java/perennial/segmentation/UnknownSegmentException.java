package perennial.segmentation;

import perennial.kernel.UnknownException;
import perennial.kernel.Words;

/** The segmentation in question has no segment of that id. */
public class UnknownSegmentException extends UnknownException {
    public UnknownSegmentException(String id) {
        super(new Words("segment", "客群"), id);
    }
}
