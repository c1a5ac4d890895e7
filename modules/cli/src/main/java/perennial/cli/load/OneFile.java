package perennial.cli.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A draft of the rules that changes one file, which only a benchmark writes. */
record OneFile(String title, String rule) {
    private static final String PATH = "pricing/bench.drl";

    JsonObject manuscript() {
        return Json.createObjectBuilder()
                .add("title", title)
                .add(
                        "files",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("path", PATH)
                                        .add("text", rule)))
                .build();
    }
}
