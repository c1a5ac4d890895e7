package perennial.canary.profiles.jpa;

/** Something that profiles keeps to itself. */
public interface StageTable {}
