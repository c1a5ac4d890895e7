package perennial.cli.load;

import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import perennial.cli.server.RemoteServer;

/**
 * Versions of the rules that a benchmark puts in force, each with a rule by which its decisions are told from those of
 * another; two people do it, as always. In the end the version of before is in force again.
 */
final class BenchRules {
    private static final String RULE =
            "rule \"%s a benchmark\" when CustomerSnapshot(moment == \"VISIT\") then decisions.keepFullPrice(); end";

    private final RemoteServer author;
    private final RemoteServer approver;
    private final Map<String, String> codes = new LinkedHashMap<>();

    BenchRules(RemoteServer author, RemoteServer approver) {
        this.author = author;
        this.approver = approver;
    }

    /** Puts a version in force whose decisions name the rule of that code. */
    void publish(String code) {
        approve(propose(code), code);
    }

    /** @return the proposal, examined and ready to be approved */
    String propose(String code) {
        String draft = author.post("/rules/drafts", new OneFile("Benchmark " + code, RULE.formatted(code)).manuscript())
                .text("id")
                .orElseThrow();
        author.post(
                "/rules/drafts/" + draft + "/propose",
                Json.createObjectBuilder().build());
        return draft;
    }

    void approve(String proposal, String code) {
        approver.post(
                "/rules/drafts/" + proposal + "/approve",
                Json.createObjectBuilder().build());
        codes.put(book(), code);
    }

    /** Goes one version back. */
    void goBack() {
        long live =
                author.get("/rules/versions").object("inForce").count("version").orElseThrow();
        approver.post(
                "/rules/rollback", Json.createObjectBuilder().add("live", live).build());
    }

    private String book() {
        return author.get("/rules/versions").object("inForce").text("book").orElseThrow();
    }

    /** The codes of the rules that fire, by the name of the book that has them. */
    Map<String, String> codes() {
        return codes;
    }
}
