package perennial.storage;

import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import perennial.kernel.UnavailableException;

/** Tells whether a failure comes from a database that is away or can't keep anything, and not from what was asked. */
public final class Outage {
    /**
     * By the SQL standard and PostgreSQL's manual, appendix A: 08 no connection, 53 no resources (a full disk among
     * them), 57P shut down or starting, 58 a fault of the system below.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    private static final String SHUT_DOWN = "57P";

    /**
     * H2's own: closed object, file that can't be written (two), locked or already open, connection broken, closed,
     * no space, being shut down.
     */
    private static final Set<String> OF_H2 =
            Set.of("90007", "90028", "90031", "90020", "90067", "90098", "90100", "90121");

    /** Below H2's own, which may call them general errors. */
    private static final Set<Integer> OF_H2_STORE =
            Set.of(DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED);

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>();
        waiting.add(failure);
        while (!waiting.isEmpty()) {
            Throwable next = waiting.remove();
            if (seen.add(next)) {
                if (isOutage(next)) {
                    return true;
                }
                Optional.ofNullable(next.getCause()).ifPresent(waiting::add);
                Optional.of(next)
                        .filter(SQLException.class::isInstance)
                        .map(sql -> ((SQLException) sql).getNextException())
                        .ifPresent(waiting::add);
            }
        }
        return false;
    }

    /** The server's pool tells that it got no connection, and a transaction that neither way could be ended, by others. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof UnavailableException
                || failure instanceof ResourceException
                || failure instanceof XAException
                || failure instanceof SystemException
                || (failure instanceof MVStoreException store && OF_H2_STORE.contains(store.getErrorCode()))
                || (failure instanceof SQLException sql
                        && Optional.ofNullable(sql.getSQLState())
                                .filter(Outage::speaksOfOutage)
                                .isPresent());
    }

    private static boolean speaksOfOutage(String state) {
        return OF_H2.contains(state)
                || state.startsWith(SHUT_DOWN)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
