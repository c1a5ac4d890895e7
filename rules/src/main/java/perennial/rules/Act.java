package perennial.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method of {@link Decisions} a verb of the rule language. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Act {
    String en();

    String zh();

    /** The kinds of decision that the verb may make; a verb of one kind does not take it as an argument. */
    Kind[] kinds();
}
