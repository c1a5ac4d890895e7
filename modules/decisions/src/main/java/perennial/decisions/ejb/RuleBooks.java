package perennial.decisions.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import perennial.decisions.model.Names;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

/** The rules in force, compiled once. */
@ApplicationScoped
public class RuleBooks {
    private List<RuleSource> sources = List.of();
    private RuleBook inForce;

    @PostConstruct
    void compile() {
        sources = ShippedRules.sources();
        inForce = RuleBook.compile(sources, Names::of);
    }

    public RuleBook inForce() {
        return inForce;
    }

    /** What the book in force was compiled from. */
    public List<RuleSource> sources() {
        return sources;
    }
}
