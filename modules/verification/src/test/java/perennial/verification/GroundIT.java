package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import perennial.verification.probe.OpenDoor;
import perennial.verification.probe.Probe;

/**
 * What everything else stands on: modules that are injected across jars, events that cross them, a unit of persistence
 * in each, and one transaction over all. The EAR is the one that ships, with one more war in it that asks.
 */
@ExtendWith(ArquillianExtension.class)
class GroundIT {
    private static final String DESCRIPTOR = "META-INF/application.xml";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static EnterpriseArchive shippedEarWithAProbe() throws IOException {
        EnterpriseArchive ear = Product.ear();
        WebArchive probe = ShrinkWrap.create(WebArchive.class, "probe.war")
                .addClasses(Probe.class, OpenDoor.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        String modules = new String(ear.get(DESCRIPTOR).getAsset().openStream().readAllBytes(), StandardCharsets.UTF_8);
        String withProbe = modules.replace(
                "<library-directory>",
                "<module><web><web-uri>probe.war</web-uri><context-root>/probe</context-root></web></module>\n"
                        + "  <library-directory>");
        ear.delete(DESCRIPTOR);
        return ear.addAsModule(probe).setApplicationXML(new StringAsset(withProbe));
    }

    @Test
    void one_transaction_writes_through_the_units_of_two_jars_and_an_event_crosses_them() throws Exception {
        assertThat(ask("commit", "Kept")).isEqualTo("shop Kept, audited");
    }

    @Test
    void a_transaction_rolled_back_leaves_nothing_in_either_jar() throws Exception {
        ask("commit", "Before");
        assertThat(ask("rollback", "Undone")).isEqualTo("shop Before, not audited");
    }

    private String ask(String end, String name) throws IOException, InterruptedException {
        URI address = URI.create(base + "/probe/transaction?end=" + end + "&name=" + name);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
