package perennial.segmentation.model;

import java.util.List;
import java.util.Optional;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.State;

/** What can't be decided about versions, and why. */
public final class Choice {
    private static final Words LOOK = new Words("look at the versions again", "请重新查看各版本");

    private Choice() {}

    /**
     * Lets the choice pass of the version that waits, so that nobody decides about one that they did not see.
     *
     * @throws ConflictException if none waits, or another one does, or that one was decided about
     */
    public static void waiting(List<Decided> versions, Run inForce, Optional<Long> live, long chosen) {
        Optional<Long> waiting = versions.stream()
                .filter(version -> version.state(inForce, live) == State.PROPOSED)
                .map(version -> version.run().id())
                .findFirst();
        if (waiting.isEmpty()) {
            throw versions.stream().anyMatch(version -> version.run().id() == chosen)
                    ? new ConflictException(
                            new Words("version " + chosen + " is decided about", "版本 " + chosen + " 已有决定"), LOOK)
                    : new ConflictException(
                            new Words("no version waits for a decision", "没有等待决定的版本"),
                            new Words("wait for the next run", "请等待下一次运行"));
        }
        if (waiting.get() != chosen) {
            throw new ConflictException(
                    new Words(
                            "not version " + chosen + " waits but version " + waiting.get(),
                            "等待决定的不是版本 " + chosen + "，而是版本 " + waiting.get()),
                    LOOK);
        }
    }

    /**
     * The version to go back to from the one in force.
     *
     * @throws ConflictException if another one is in force than was thought, or none was before it
     */
    public static long before(Optional<Decided> live, long thought) {
        Decided inForce = live.orElseThrow(Choice::nothingBefore);
        if (inForce.run().id() != thought) {
            throw new ConflictException(
                    new Words(
                            "not version " + thought + " is in force but version "
                                    + inForce.run().id(),
                            "生效的不是版本 " + thought + "，而是版本 " + inForce.run().id()),
                    LOOK);
        }
        return inForce.before().orElseThrow(Choice::nothingBefore);
    }

    public static ConflictException nothingBefore() {
        return new ConflictException(
                new Words("no version before the one in force is kept", "没有保留生效版本之前的版本"),
                new Words("ask for a search and start a run", "请要求重新搜索并启动一次运行"));
    }
}
