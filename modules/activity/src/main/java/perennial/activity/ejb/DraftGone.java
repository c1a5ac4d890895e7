package perennial.activity.ejb;

/** A file waits no longer; its content goes when that is recorded for good. */
record DraftGone(String stored) {}
