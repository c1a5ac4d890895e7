package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.decisions.model.Terms;
import perennial.storage.Statements;

/** The terms by which decisions were made, each once. */
@ApplicationScoped
public class TermsRows {
    private static final int NAME_DIGITS = 16;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected TermsRows() {}

    public TermsRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "the terms of decisions");
    }

    /** The name of the terms, under which they are found again. */
    public String keep(Terms terms) {
        String text = TermsColumn.write(terms);
        String name = name(text);
        statements().change("insert into decision_terms (name, terms) values (?, ?) on conflict do nothing", insert -> {
            insert.setString(1, name);
            insert.setString(2, text);
        });
        return name;
    }

    private static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Optional<Terms> find(String name) {
        return statements()
                .all(
                        "select terms from decision_terms where name = ?",
                        select -> select.setString(1, name),
                        row -> TermsColumn.read(row.getString("terms")))
                .stream()
                .findFirst();
    }
}
