package perennial.console.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import org.primefaces.PrimeFaces;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Format;
import perennial.decisions.RuleDrafts;
import perennial.decisions.RuleVersions.File;
import perennial.decisions.Rules;
import perennial.decisions.Rules.Problem;

/** What the editor asks while somebody writes: which words there are, and what keeps the text from living. */
@Named
@RequestScoped
public class EditorPanel {
    @Inject
    private DraftPage page;

    @Inject
    private Rules rules;

    @Inject
    private RuleDrafts drafts;

    @Inject
    private Visitor visitor;

    @Inject
    private Format format;

    /** For the script of the editor. */
    public String getWords() {
        return new EditorWords(format).of(rules.vocabulary());
    }

    /** Those that a table stands for; nothing for a text, and for a table that can't be read. */
    public String getRules() {
        return page.isTable()
                ? rules.rulesOf(Objects.requireNonNullElse(page.getText(), "")).orElse("")
                : "";
    }

    /** Answers a script: mistakes as JSON, and the rules of a table. */
    public void check() {
        visitor.need(Role.ANALYST);
        File file = new File(
                Objects.requireNonNullElse(page.getFile(), ""), Objects.requireNonNullElse(page.getText(), ""));
        PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
        answer.addCallbackParam("mistakes", mistakes(drafts.check(page.getBase(), file)));
        answer.addCallbackParam("rules", getRules());
    }

    private String mistakes(List<Problem> problems) {
        JsonArrayBuilder mistakes = Json.createArrayBuilder();
        problems.forEach(problem -> mistakes.add(mistake(problem)));
        return mistakes.build().toString();
    }

    private JsonObjectBuilder mistake(Problem problem) {
        String place = ResourceBundle.getBundle("perennial.console.rules.phrases", format.locale())
                .getString("problem.at");
        return Json.createObjectBuilder()
                .add("file", problem.file())
                .add("line", problem.line())
                .add("column", problem.column())
                .add("place", MessageFormat.format(place, problem.file(), "" + problem.line(), "" + problem.column()))
                .add("message", format.of(problem.message()))
                .add("hint", problem.hint().orElse(""));
    }
}
