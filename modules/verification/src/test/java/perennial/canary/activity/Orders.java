package perennial.canary.activity;

/** Something that activity promises. */
public interface Orders {}
