package perennial.crmapi.webhooks;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.ShownOnce;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.Numbers;
import perennial.kernel.Words;
import perennial.webhooks.Webhooks;

@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ADMINISTRATOR)
public class WebhookResource {
    @Inject
    private Webhooks webhooks;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The webhooks, each with its state and what it is still owed; without their secrets")
    public WebhooksView all() {
        return WebhooksView.whole(webhooks.all().stream().map(WebhookView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers an address that is told of events from now on; its secret is shown this once",
            description = "Requests to the address are POSTs of up to 100 events as JSON, signed by "
                    + "Perennial-Signature: t=SECONDS,v1=HEX, the HMAC-SHA256 of SECONDS, a dot and the body, keyed by "
                    + "the text of the secret. Every answer of 2xx accepts all events of the request.")
    @Created
    @ShownOnce
    public RegisteredView register(@Nullable NewWebhookView webhook) {
        return RegisteredView.of(webhooks.register(Bodies.given(webhook).registration(), actor()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook")
    public WebhookView webhook(@PathParam("id") String id) {
        return WebhookView.of(webhooks.find(number(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets a webhook, with all that it is still owed")
    public void delete(@PathParam("id") String id) {
        webhooks.delete(number(id), actor());
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Sends nothing more; what happens is kept until the webhook is resumed")
    public void pause(@PathParam("id") String id) {
        webhooks.pause(number(id), actor());
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Sends again, at once and from where it stood: after a pause, after it was parked, or early")
    public void resume(@PathParam("id") String id) {
        webhooks.resume(number(id), actor());
    }

    @POST
    @Path("{id}/secret")
    @Operation(summary = "Makes another secret and signs with it from now on; it is shown this once")
    @ShownOnce
    @APIResponse(responseCode = "200", description = "The webhook with its new secret")
    public RegisteredView rotateSecret(@PathParam("id") String id) {
        return RegisteredView.of(webhooks.rotateSecret(number(id), actor()));
    }

    /** @param limit 1 to 500 */
    @GET
    @Path("{id}/deliveries")
    @Operation(summary = "The latest requests to the address, the newest first, with attempts and the last failure")
    public DeliveriesView deliveries(
            @PathParam("id") String id, @QueryParam("limit") @DefaultValue("50") String limit) {
        return DeliveriesView.whole(webhooks.deliveries(number(id), Numbers.whole("limit", limit)).stream()
                .map(DeliveryView::of)
                .toList());
    }

    @POST
    @Path("{id}/deliveries/{first}/redeliver")
    @Operation(summary = "Sends a delivery once more, the same events under the same numbers")
    public void redeliver(@PathParam("id") String id, @PathParam("first") String first) {
        webhooks.redeliver(number(id), Ids.number(new Words("delivery", "投递"), first), actor());
    }

    private static long number(String id) {
        return Ids.number(new Words("webhook", "回调地址"), id);
    }

    private String actor() {
        return caller.getUserPrincipal().getName();
    }
}
