package perennial.ruleengine;

import java.util.Optional;
import perennial.rules.Text;

/**
 * A rule that one condition kept from firing for a customer.
 *
 * @param line where the condition stands, from 1
 * @param condition as written, such as {@code silence >= GONE_SILENT}; the alternatives of an {@code ||} together
 * @param message what was asked and what is so, in words
 */
public record NearMiss(Rule rule, int line, String condition, Text message) {}
