package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Customers who bought every week until they fell silent, of all of which the shop hears between two runs. */
record QuietRegulars(Installation installation, Path files) {
    private static final int ORDERS = 10;
    private static final Duration PAUSE = Duration.ofDays(7);
    /** Nearly three of their pauses. */
    private static final Duration SILENCE = Duration.ofDays(20);

    /** Returns the instant of their last order. */
    Instant areHeardOf(List<String> names) throws Exception {
        Instant last =
                Instant.parse(get("/overview").getString("asOf")).minus(SILENCE).truncatedTo(ChronoUnit.SECONDS);
        StringBuilder customers = new StringBuilder("customer_id,registered_at,birth_year,sex,city,country,"
                + "acquisition_channel,consent_email,consent_email_at,consent_sms,consent_sms_at,consent_push,"
                + "consent_push_at\n");
        StringBuilder orders = new StringBuilder("order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,"
                + "payment_country,shipping_country\n");
        Instant first = last.minus(PAUSE.multipliedBy(ORDERS));
        for (String name : names) {
            customers.append("%s,%s,,,,,,yes,%s,,,,\n".formatted(name, first, first));
            for (int week = 0; week < ORDERS; week++) {
                orders.append("%s-%d,%s,%s,purchase,GIFT-1,2,49.90,web,,,\n"
                        .formatted(name, week, name, last.minus(PAUSE.multipliedBy(week))));
            }
        }
        take("quiet-customers.csv", customers, "perennial-customers");
        take("quiet-orders.csv", orders, "perennial-orders");
        return last;
    }

    private void take(String name, StringBuilder text, String mapping) throws Exception {
        Path file = Files.writeString(files.resolve(name), text);
        Mishaps.done(installation.shell("import", file.toString(), "--mapping", mapping));
    }

    List<JsonObject> alarms(String name) throws Exception {
        HttpResponse<String> answer = ask("/customers/" + name);
        return answer.statusCode() == 404
                ? List.of()
                : Installation.object(answer.body()).getJsonArray("alarms").getValuesAs(JsonObject.class);
    }

    /** What was decided for the customer because of the silence. */
    List<JsonObject> answers(String name) throws Exception {
        return get("/customers/" + name).getJsonArray("decisions").stream()
                .map(JsonValue::asJsonObject)
                .filter(decision -> decision.getString("moment").equalsIgnoreCase("silence"))
                .toList();
    }

    private JsonObject get(String path) throws Exception {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return Installation.get(installation.address() + "/api/v1" + path, installation.token());
    }
}
