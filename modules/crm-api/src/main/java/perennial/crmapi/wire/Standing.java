package perennial.crmapi.wire;

import java.util.Optional;
import perennial.activity.Shop;
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

    public static Shop.Settings opened(Optional<Shop.Settings> settings) {
        return settings.orElseThrow(() -> new ConflictException(
                new Words("the shop has not been opened", "店铺尚未开通"),
                new Words("open it, then import orders", "请先开通店铺，再导入订单")));
    }
}
