package perennial.activity.ejb;

/** A file was received and waits to be read. */
record FileArrived(long id) {}
