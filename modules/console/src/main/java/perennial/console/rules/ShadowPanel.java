package perennial.console.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.rules.FindingsLines.ExampleLine;
import perennial.console.shell.Notices;
import perennial.decisions.RuleShadows;
import perennial.decisions.RuleShadows.Shadow;
import perennial.decisions.RuleSimulations.Findings;

/** The shadow of a proposal beside it: begun and ended here, and shown. */
@Named
@RequestScoped
public class ShadowPanel {
    @Inject
    private RuleShadows shadows;

    @Inject
    private ProposalPage page;

    @Inject
    private FindingsLines lines;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private Optional<Optional<Shadow>> looked = Optional.empty();

    private Optional<Shadow> found() {
        if (looked.isEmpty()) {
            looked = Optional.of(shadows.of(page.getId()));
        }
        return looked.get();
    }

    public @Nullable Shadow getShadow() {
        return found().orElse(null);
    }

    public boolean isOn() {
        return found().filter(Shadow::isOn).isPresent();
    }

    /** Of the newest weekly run that it saw. */
    public @Nullable Findings getFindings() {
        return found().flatMap(Shadow::week).map(RuleShadows.Week::findings).orElse(null);
    }

    public List<ExampleLine> getExamples() {
        return found().map(shadow -> lines.lines(shadow.live().examples())).orElse(List.of());
    }

    public void start() {
        change(() -> shadows.start(page.getId(), visitor.getName()));
    }

    public void stop() {
        change(() -> shadows.stop(page.getId(), visitor.getName()));
    }

    private void change(Runnable deed) {
        visitor.need(Role.ANALYST);
        notices.trying(deed);
        looked = Optional.empty();
    }
}
