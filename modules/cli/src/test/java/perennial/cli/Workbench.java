package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;

/** An analyst's directory: files to be written there, and commands said about them. */
record Workbench(Path directory) {

    Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** The orders of 150 customers in a year, drawn from a seed. */
    Path orders() throws IOException {
        Random chance = new Random(8);
        StringBuilder text = new StringBuilder("Customer ID,Order Date,Amount\n");
        LocalDate start = LocalDate.of(2024, 1, 1);
        for (int who = 0; who < 150; who++) {
            double at = chance.nextInt(120);
            double gap = 10 + 60 * chance.nextDouble();
            while (at < 365) {
                text.append("c")
                        .append(who)
                        .append(',')
                        .append(start.plusDays((long) at))
                        .append(',');
                text.append(10 + chance.nextInt(50)).append('\n');
                at += chance.nextDouble() < 0.15 ? 1000 : 1 - gap * Math.log(1 - chance.nextDouble());
            }
        }
        return file("orders.csv", text.toString());
    }

    /** The same orders, with a column that tells every second customer from the others. */
    Path ordersWithTraits() throws IOException {
        String text = Files.readString(orders())
                .replaceFirst("Amount", "Amount,web")
                .replaceAll("(?m)^(c\\d*[02468],.*)$", "$1,0")
                .replaceAll("(?m)^(c\\d*[13579],.*)$", "$1,1");
        return file("traits.csv", text);
    }

    Spoken said(String... arguments) {
        return Spoken.of(directory, arguments);
    }

    /** What a command about a file says, by the words before and after it. */
    Spoken about(Path file, String command, String... options) {
        return said(Stream.of(Stream.of(command.split(" ")), Stream.of(file.toString()), Stream.of(options))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    JsonObject document(Path file, String command, String... options) {
        return document(about(file, command + " --json", options));
    }

    static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    static JsonObject document(Spoken spoken) {
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        try (JsonReader reader = Json.createReader(new StringReader(spoken.out()))) {
            return reader.readObject();
        }
    }
}
