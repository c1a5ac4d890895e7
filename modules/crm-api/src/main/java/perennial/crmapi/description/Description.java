package perennial.crmapi.description;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import perennial.crmapi.failure.Problem;

/**
 * What {@code /openapi} says beyond names and types: the meaning of every field and parameter, from one file, and the
 * refusals that every call shares.
 */
public class Description implements OASFilter {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "perennial.crmapi.description.fields", Locale.ROOT, Description.class.getClassLoader());
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final List<String> TO_ALL = List.of("400", "401", "403", "429", "503");
    private static final List<String> TO_POST = List.of("409", "413", "422");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Perennial")
                .version("1")
                .description("Who each customer is, what they will be worth, who is about to leave, and what to do."));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("An API key, made by an administrator"))
                .addSchema(PROBLEM, problem());
        Optional.ofNullable(api.getComponents().getSchemas()).orElse(Map.of()).forEach(Description::describe);
        api.getPaths().getPathItems().forEach(Description::describe);
    }

    private static Schema problem() {
        Schema schema = OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
        for (var component : Problem.class.getRecordComponents()) {
            boolean number = component.getType() == int.class;
            schema.addProperty(
                    component.getName(),
                    OASFactory.createSchema()
                            .type(number ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING)
                            .nullable(!number));
        }
        return schema;
    }

    private static void describe(String name, Schema schema) {
        Optional.ofNullable(schema.getProperties())
                .orElse(Map.of())
                .forEach((property, type) -> text(name + "." + property).ifPresent(type::setDescription));
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, call) -> {
            boolean named = path.contains("{");
            boolean post = method == PathItem.HttpMethod.POST;
            call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
            if (post) {
                call.addParameter(OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING)));
            }
            Optional.ofNullable(call.getParameters())
                    .orElse(List.of())
                    .forEach(parameter ->
                            text("parameter." + parameter.getName()).ifPresent(parameter::setDescription));
            TO_ALL.forEach(status -> refuses(call, status));
            if (post) {
                TO_POST.forEach(status -> refuses(call, status));
            }
            if (named) {
                refuses(call, "404");
            }
            call.getResponses()
                    .getAPIResponses()
                    .forEach((status, answer) -> text("answer." + status).ifPresent(answer::setDescription));
        });
    }

    private static void refuses(Operation call, String status) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
        APIResponse answer = OASFactory.createAPIResponse().content(content);
        call.getResponses().addAPIResponse(status, answer);
    }

    private static Optional<String> text(String key) {
        try {
            return Optional.of(TEXTS.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
