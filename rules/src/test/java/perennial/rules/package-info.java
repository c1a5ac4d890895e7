@NullMarked
package perennial.rules;

import org.jspecify.annotations.NullMarked;
