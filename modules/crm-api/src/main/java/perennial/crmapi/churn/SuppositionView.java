package perennial.crmapi.churn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.Bodies;

/** @param changes by the label of a feature, in its unit; null stands for not known */
public record SuppositionView(@Nullable Map<String, @Nullable Double> changes) {
    Map<String, OptionalDouble> toChanges() {
        Map<String, OptionalDouble> told = new LinkedHashMap<>();
        Bodies.given(changes, "changes")
                .forEach((label, value) ->
                        told.put(label, value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
        return told;
    }
}
