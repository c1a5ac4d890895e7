/**
 * From the text of business rules to decisions: the guard reads rules as a small typed language, Drools fires what the
 * guard printed, guard rails and choice in plain Java have the last word.
 */
@NullMarked
package perennial.ruleengine;

import org.jspecify.annotations.NullMarked;
