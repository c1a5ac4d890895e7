/**
 * Simulated shops with known truth. The generative model, with every equation and parameter, is written down in {@code
 * docs/simulated-shop.md}; constants here and figures there are the same.
 */
@NullMarked
package perennial.simulator;

import org.jspecify.annotations.NullMarked;
