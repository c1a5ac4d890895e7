package perennial.activity.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ShopRow;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.storage.RestoreAhead;

/**
 * What concerns the imports in the transactions of others. The queue has a timer, so it has no transaction of the
 * container's, and what is called there leaves that of its caller.
 */
@ApplicationScoped
public class ImportOccasions {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ImportQueue queue;

    @Inject
    private ImportRows imports;

    @Inject
    private ShopRow shop;

    /** Once the import is recorded for good. */
    void onArrival(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileArrived arrived) {
        executor.execute(queue::readAll);
    }

    /** In the transaction of the restore. */
    void onRestoreAhead(@Observes RestoreAhead restore) {
        imports.unfinished().stream().findFirst().ifPresent(file -> {
            throw new ConflictException(
                    new Words("import " + file.id() + " is not finished", "导入 " + file.id() + " 尚未结束"),
                    new Words("wait for it, then restore", "请等待其结束，然后恢复"));
        });
        if (!restore.isReplacing() && shop.read().isPresent()) {
            throw new ConflictException(
                    new Words("this installation holds a shop, which the backup would replace", "此安装中已有店铺，备份将取代它"),
                    new Words("restore into an empty one, or say that it may be replaced", "请恢复到空的安装，或表明可以取代"));
        }
    }
}
