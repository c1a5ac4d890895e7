package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.verification.container.Database;

/** The real shop gives exactly the figures that its data set is known for, on PostgreSQL. */
@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason = "left out without PERENNIAL_DATA, which names the folder with online-retail")
class RealShopIT {

    @Test
    void the_online_retail_shop_is_filled_on_postgresql_and_gives_its_known_figures() throws Exception {
        Installation installation = Installation.empty("real");
        Database database = Database.postgresql();
        try {
            String url = database.address().orElseThrow();
            Installation.Said said =
                    installation.shell("start", "--json", "--sample", "online-retail", "--database-url", url);
            assertThat(said.exit()).as(said.errors()).isZero();
            String base = installation.address() + "/api/v1";
            String key = installation.key("reader");
            JsonObject overview = Installation.object(
                    Installation.get(base + "/overview", key).body());
            assertThat(overview.getInt("customers")).isEqualTo(4372);
            assertThat(overview.getInt("buyers")).isEqualTo(4338);
            assertThat(overview.getInt("orders")).isEqualTo(18532);
            assertThat(overview.getJsonObject("sales").getJsonNumber("amount").bigDecimalValue())
                    .isEqualByComparingTo("8887208.89");
            JsonObject customer = Installation.object(
                    Installation.get(base + "/customers/17850", key).body());
            assertThat(customer.getString("id")).isEqualTo("17850");
        } finally {
            stop(installation);
            database.stop();
        }
    }

    private static void stop(Installation installation) throws IOException {
        installation.shell("stop");
    }
}
