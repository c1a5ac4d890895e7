package perennial.access.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.access.Role;
import perennial.access.UnknownUserException;
import perennial.access.Users.User;

/** The stored users. What changes one throws {@link UnknownUserException} where there is none of that name. */
@ApplicationScoped
public class UserRows {
    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    protected UserRows() {}

    public UserRows(EntityManager entities) {
        this.entities = entities;
    }

    public void add(String name, Role role, String passwordHash, Instant now) {
        UserEntity user = new UserEntity(name, role, now);
        user.setPassword(passwordHash, true, now);
        entities.persist(user);
        entities.flush();
    }

    public boolean exists(String name) {
        return row(name).isPresent();
    }

    public Optional<User> find(String name) {
        return row(name).map(UserEntity::toUser);
    }

    public List<User> all() {
        return entities.createQuery("select u from UserEntity u order by u.name", UserEntity.class)
                .getResultStream()
                .map(UserEntity::toUser)
                .toList();
    }

    /** The hash that opens the door to an enabled user. */
    public Optional<String> openingHash(String name) {
        return row(name).flatMap(UserEntity::openingHash);
    }

    /** The enabled administrators, of whom none can be changed by anybody else until the transaction ends. */
    public List<String> administratorsHeld() {
        return entities.createQuery(
                        "select u from UserEntity u where u.role = :role and u.disabledAt is null order by u.name",
                        UserEntity.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(user -> user.toUser().name())
                .toList();
    }

    public void setPassword(String name, String hash, boolean mustChange, Instant now) {
        existing(name).setPassword(hash, mustChange, now);
    }

    public void rehash(String name, String hash) {
        existing(name).rehash(hash);
    }

    public void disable(String name, Instant now) {
        existing(name).disable(now);
    }

    public void enable(String name) {
        existing(name).enable();
    }

    public void setRole(String name, Role role) {
        existing(name).setRole(role);
    }

    public void setLanguage(String name, Locale language) {
        existing(name).setLanguage(language);
    }

    public void entered(String name, Instant now) {
        existing(name).entered(now);
    }

    private Optional<UserEntity> row(String name) {
        return Optional.ofNullable(entities.find(UserEntity.class, name));
    }

    private UserEntity existing(String name) {
        return row(name).orElseThrow(() -> new UnknownUserException(name));
    }
}
