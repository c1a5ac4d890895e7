package perennial.kernel;

/** Told by long work how far it is; the listener decides what to show and how often. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void total(long total) {}

        @Override
        public void advance(long by) {}
    };

    /** How much there is to do, as soon as that is known. */
    void total(long total);

    /** That so much more is done. */
    void advance(long by);
}
