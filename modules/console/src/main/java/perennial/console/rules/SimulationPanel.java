package perennial.console.rules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;
import perennial.decisions.RuleSimulations;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Simulation;
import perennial.decisions.RuleSimulations.Status;
import perennial.kernel.Run;
import perennial.overview.Overview;

/** The simulation of a draft beside its text: begun here, followed, and shown. */
@Named
@ViewScoped
public class SimulationPanel implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private RuleSimulations simulations;

    @Inject
    private FindingsLines lines;

    @Inject
    private Overview overview;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private long version;

    public void begin(long draft) {
        version = draft;
    }

    public void simulate() {
        visitor.need(Role.ANALYST);
        Optional<Run> run = overview.inForce();
        if (run.isEmpty()) {
            notices.failed(SimulationPanel.class, "simulation.noRun");
        } else {
            notices.trying(() -> simulations.start(version, run.get(), visitor.getName()));
            lines.lookAgain();
        }
    }

    private Optional<Simulation> last() {
        return version == 0 ? Optional.empty() : lines.last(version);
    }

    public @Nullable Simulation getLast() {
        return last().orElse(null);
    }

    public boolean isGoingOn() {
        return last().filter(one -> one.status() == Status.RUNNING).isPresent();
    }

    public @Nullable Findings getFindings() {
        return last().flatMap(Simulation::findings).orElse(null);
    }

    /** Of 1; 0 while the end is not known. */
    public double getShare() {
        return last().filter(one -> one.total() > 0)
                .map(one -> one.done() / (double) one.total())
                .orElse(0.0);
    }

    /** Asked again and again while one goes on. */
    public void follow() {
        if (!isGoingOn()) {
            PrimeFaces.current().ajax().update("simulation");
        }
    }
}
