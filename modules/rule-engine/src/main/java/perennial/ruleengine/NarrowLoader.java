package perennial.ruleengine;

import java.util.List;

/**
 * Shows compiled rules the classes of Drools, the words of the rules and plain values. The guard lets no rule name a
 * class; this is the second line, should that ever fail. It holds consequences, which are Java classes of their own;
 * conditions are evaluated by MVEL, which finds classes without asking this loader, so for them the guard stands alone.
 */
final class NarrowLoader extends ClassLoader {
    private static final List<String> SHOWN =
            List.of("perennial.rules.", "org.drools.", "org.kie.", "org.mvel2.", "java.util.", "java.io.Serializable");
    private static final List<String> HIDDEN = List.of(
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.System",
            "java.lang.Thread",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "java.lang.foreign.");

    NarrowLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean value = name.startsWith("java.lang.") && HIDDEN.stream().noneMatch(name::startsWith);
        if (!value && SHOWN.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }
}
