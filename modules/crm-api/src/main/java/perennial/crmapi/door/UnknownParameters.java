package perennial.crmapi.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** A parameter that a call does not have is refused: a filter misspelt would otherwise list everybody. */
@Provider
@Priority(Priorities.USER)
public class UnknownParameters implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> known = known(resource.getResourceMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw refusal(name, String.join(", ", values), known);
            }
            if (values.size() > 1) {
                throw new InvalidInputException(
                        name,
                        String.join(", ", values),
                        new Words("it is given more than once", "它被给出多次"),
                        new Words("give it once", "请只给出一次"));
            }
        });
    }

    private static Set<String> known(Method call) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : call.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(field -> add(names, field));
            }
        }
        return names;
    }

    private static void add(Set<String> names, AnnotatedElement element) {
        Optional.ofNullable(element.getAnnotation(QueryParam.class))
                .map(QueryParam::value)
                .ifPresent(names::add);
    }

    private static InvalidInputException refusal(String name, String value, Set<String> known) {
        Words fix = known.isEmpty()
                ? new Words("leave it out: the call has none", "此调用没有参数，请去掉")
                : new Words("give one of " + String.join(", ", known), "请使用以下之一：" + String.join(", ", known));
        return new InvalidInputException(name, value, new Words("the call has no such parameter", "此调用没有这个参数"), fix);
    }
}
