package perennial.crmapi.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import perennial.access.Role;

/**
 * The least role that a call is for. Our own, because Payara answers the standard annotation with a challenge of its
 * own for a password, before any filter of ours is asked.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedsRole {
    Role value();
}
