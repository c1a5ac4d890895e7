/**
 * What business rules are about: the words that a rule may use, the one fact that it reads, the decisions that it may
 * propose, and the rules that ship. The rule files stand beside this source, in marketing, pricing, risk and service.
 */
@NullMarked
package perennial.rules;

import org.jspecify.annotations.NullMarked;
