package perennial.ruleengine;

import java.math.BigDecimal;
import perennial.rules.Text;
import perennial.rules.Unit;

/**
 * A number with a name that rules refer to, so that a threshold stands in one place and says what it means.
 *
 * @param min the least value that makes sense, included
 * @param max the greatest one, included
 */
public record Parameter(String name, BigDecimal value, Unit unit, BigDecimal min, BigDecimal max, Text meaning) {}
