package perennial.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a component of the snapshot an attribute of the rule language, or describes an argument of a verb. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@interface Word {
    String en();

    String zh();

    Unit unit() default Unit.NONE;

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** The texts that occur; none means any text. */
    String[] oneOf() default {};
}
