package perennial.crmapi.wire;

import java.util.Optional;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** What must be there before a question makes sense. */
public final class Standing {
    private Standing() {}

    public static Run of(Optional<Run> inForce) {
        return inForce.orElseThrow(() -> new ConflictException(
                new Words("no run has ended", "还没有完成的运行"), new Words("start a run and wait for it", "请启动一次运行并等待其完成")));
    }
}
