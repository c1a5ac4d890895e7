package perennial.verification.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;

/** How classes of one module may use those of another; the module is the word after the root of all packages. */
final class Directions {
    private static final String ANALYTICS = "analytics";

    private final String prefix;

    Directions(String root) {
        this.prefix = root + ".";
    }

    ArchCondition<JavaClass> areKept() {
        return condition(
                "use only modules that the allow-list names",
                (from, to, target) ->
                        !House.directions().getOrDefault(from, Set.of()).contains(to));
    }

    /** Analytics is a library whose packages are all published; of any other module only the root is. */
    ArchCondition<JavaClass> keepToPromises() {
        return condition(
                "use of other modules only what their root package promises",
                (from, to, target) ->
                        !to.equals(ANALYTICS) && !target.getPackageName().equals(prefix + to));
    }

    /** Whether a use of one module by another breaks a rule. */
    @FunctionalInterface
    private interface Breach {
        boolean is(String from, String to, JavaClass target);
    }

    private ArchCondition<JavaClass> condition(String description, Breach breach) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency use : user.getDirectDependenciesFromSelf()) {
                    JavaClass target = use.getTargetClass().getBaseComponentType();
                    if (isBreach(user, target, breach)) {
                        events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                    }
                }
            }
        };
    }

    private boolean isBreach(JavaClass user, JavaClass target, Breach breach) {
        return moduleOf(user)
                .flatMap(from -> moduleOf(target).filter(to -> !to.equals(from)).map(to -> breach.is(from, to, target)))
                .orElse(false);
    }

    private Optional<String> moduleOf(JavaClass type) {
        return Optional.of(type.getPackageName())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).replaceFirst("\\..*", ""));
    }
}
