package perennial.access.ejb;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.persistence.jpa.PersistenceProvider;
import perennial.access.ApiKeys;
import perennial.access.AuditTrail;
import perennial.access.Logins;
import perennial.access.Users;
import perennial.access.jpa.ApiKeyRows;
import perennial.access.jpa.AuditRows;
import perennial.access.jpa.GuessRows;
import perennial.access.jpa.UserRows;
import perennial.access.model.PasswordHashing;
import perennial.kernel.Act;
import perennial.migrations.Databases;

/** A database with the beans that manage its users, a clock that moves when it is told to, and real transactions. */
final class TestDoor implements AutoCloseable {
    /** So that tests are quick; that there are many of them in earnest is tested elsewhere. */
    static final PasswordHashing HASHING = PasswordHashing.of(100);

    final Users users = inTransactions(Users.class, this::usersOf);
    final ApiKeys keys = inTransactions(ApiKeys.class, this::keysOf);
    final Logins logins = inTransactions(Logins.class, this::loginsOf);
    final AuditTrail trail = inTransactions(AuditTrail.class, entities -> new AuditKeeping(new AuditRows(entities)));

    private final EntityManagerFactory factory;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private TestDoor(EntityManagerFactory factory) {
        this.factory = factory;
    }

    static TestDoor on(Databases database) {
        Map<String, Object> withoutAServer = Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", database.fresh());
        return new TestDoor(new PersistenceProvider().createEntityManagerFactory("access", withoutAServer));
    }

    Instant now() {
        return now;
    }

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    void waitUntil(Instant instant) {
        now = instant;
    }

    boolean isOpenTo(Attempt attempt) {
        return inTransaction(entities -> guessesOf(entities).take(attempt).isOpen());
    }

    void forgetOldGuesses() {
        inTransaction(entities -> {
            guessesOf(entities).forgetOldOnes();
            return true;
        });
    }

    /** The beans as the server offers them: each call is a transaction. */
    private <T> T inTransactions(Class<T> promise, Function<EntityManager, T> bean) {
        InvocationHandler calls = (proxy, method, arguments) -> inTransaction(entities -> {
            try {
                return method.invoke(bean.apply(entities), arguments);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        return promise.cast(Proxy.newProxyInstance(promise.getClassLoader(), new Class<?>[] {promise}, calls));
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            boolean isDone = false;
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    Users usersOf(EntityManager entities) {
        return new UserKeeping(
                new UserRows(entities),
                new ApiKeyRows(entities),
                new GuessRows(entities),
                new Keeping(entities),
                HASHING,
                new Watch());
    }

    private ApiKeys keysOf(EntityManager entities) {
        return new KeyIssuing(
                new ApiKeyRows(entities),
                new UserRows(entities),
                new OperatorToken(),
                new Keeping(entities),
                new Watch());
    }

    private Logins loginsOf(EntityManager entities) {
        UserRows users = new UserRows(entities);
        LoginKeeping logins = new LoginKeeping(users, new Keeping(entities), new Watch());
        return new Admission(guessesOf(entities), users, logins, HASHING, new Watch());
    }

    private GuessCounting guessesOf(EntityManager entities) {
        return new GuessCounting(new GuessRows(entities), new UserRows(entities), new Keeping(entities), new Watch());
    }

    void record(Act act) {
        inTransaction(entities -> {
            new Keeping(entities).fire(act);
            return true;
        });
    }

    @Override
    public void close() {
        factory.close();
    }

    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Brings acts to the audit trail, as the server does. */
    private final class Keeping implements Event<Act> {
        private final AuditRows rows;

        Keeping(EntityManager entities) {
            rows = new AuditRows(entities);
        }

        @Override
        public void fire(Act act) {
            rows.add(now, act);
        }

        @Override
        public <U extends Act> CompletionStage<U> fireAsync(U act) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Act> CompletionStage<U> fireAsync(U act, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<Act> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Act> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Act> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
