package perennial.verification;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import perennial.access.Role;

/** Every call of the interface as its resources declare it: {@code GET /customers/{id}}, with its least role. */
final class Calls {
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
    private static final String NEEDS = "perennial.crmapi.access.NeedsRole";

    private Calls() {}

    static Map<String, Role> declared() {
        Map<String, Role> calls = new LinkedHashMap<>();
        for (JavaClass resource :
                new ClassFileImporter().importPath(java.nio.file.Path.of("..", "crm-api", "target", "classes"))) {
            if (resource.isAnnotatedWith(Path.class)) {
                resource.getMethods()
                        .forEach(method -> METHODS.stream()
                                .filter(method::isAnnotatedWith)
                                .forEach(verb -> calls.put(name(verb, resource, method), least(resource, method))));
            }
        }
        return calls;
    }

    private static String name(Class<? extends Annotation> verb, JavaClass resource, JavaMethod method) {
        String below = method.tryGetAnnotationOfType(Path.class)
                .map(path -> "/" + path.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .orElse("");
        String form = method.tryGetAnnotationOfType(Produces.class)
                .map(produces -> produces.value()[0].replaceAll(";.*", ""))
                .filter(type -> !type.equals(MediaType.APPLICATION_JSON))
                .map(type -> " as " + type)
                .orElse("");
        return verb.getSimpleName() + " /"
                + resource.getAnnotationOfType(Path.class).value() + below + form;
    }

    private static Role least(JavaClass resource, JavaMethod method) {
        return Stream.<JavaAnnotation<?>>concat(method.getAnnotations().stream(), resource.getAnnotations().stream())
                .filter(annotation -> annotation.getRawType().getName().equals(NEEDS))
                .findFirst()
                .flatMap(annotation -> annotation.get("value"))
                .map(value -> Arrays.stream(Role.values())
                        .filter(role -> value.toString().endsWith(role.name()))
                        .findFirst()
                        .orElseThrow())
                .orElse(Role.ADMINISTRATOR);
    }
}
