@NullMarked
package perennial.ruleengine;

import org.jspecify.annotations.NullMarked;
