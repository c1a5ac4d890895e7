package perennial.decisions.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import perennial.decisions.jpa.EffectRows;
import perennial.decisions.model.Base;
import perennial.decisions.model.EffectTable;
import perennial.decisions.model.Known;
import perennial.decisions.model.Snapshots;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.ContactHistory;
import perennial.ruleengine.Economics;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

/**
 * All customers as a run found them before rules, guard rails and choice: the weekly run and every simulation go this
 * way, hence a simulation tells what the run will do.
 */
@ApplicationScoped
public class WholeBase {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Stations stations;

    @Inject
    private Policy policy;

    @Inject
    private Contacts contacts;

    @Inject
    private EffectRows effects;

    /** Takes some customers with what each book made of them, in the order of the books. */
    interface Reader {
        void read(List<CustomerSnapshot> snapshots, List<List<Outcome>> outcomes);
    }

    /** What holds for all customers of a run alike. */
    record Setting(Run run, Base base, EffectTable effects, Economics economics) {}

    /** @param budget what this book may spend; it is spent when all are decided */
    record Contender(RuleBook book, Budget budget) {}

    private record Page(List<CustomerSnapshot> seen, ContactHistory past) {}

    Setting setting(Run run) {
        return setting(run, stations.base(run));
    }

    /** @param base that was worked out before, since it takes a reading of the whole base */
    Setting setting(Run run, Base base) {
        EffectTable table = new EffectTable(effects.all());
        return new Setting(run, base, table, table.economics(base.currency()));
    }

    Contender contender(RuleBook book, Setting setting) {
        return new Contender(book, policy.budget(setting.base().currency()));
    }

    /** Pages are read beside each other, and decided in their order: what a budget is spent on is the same each time. */
    void decide(Setting setting, List<Contender> contenders, Progress progress, Reader reader) {
        progress.total(stations.customers());
        ReadAhead<Page> pages = new ReadAhead<>(executor, page -> {
            reader.read(
                    page.seen(),
                    contenders.stream().map(one -> outcomes(one, page, setting)).toList());
            progress.advance(page.seen().size());
        });
        Snapshots snapshots = new Snapshots(setting.base(), setting.run().asOf());
        stations.each(setting.run(), known -> pages.add(() -> page(setting.run(), known.get(), snapshots)));
        pages.finish();
    }

    private Page page(Run run, List<Known> known, Snapshots snapshots) {
        return new Page(known.stream().map(snapshots::of).toList(), contacts.before(run, CustomerSpan.of(ids(known))));
    }

    private static List<CustomerId> ids(List<Known> known) {
        return known.stream().map(one -> one.row().features().customer()).toList();
    }

    private List<Outcome> outcomes(Contender contender, Page page, Setting setting) {
        Circumstances circumstances = new Circumstances(
                setting.run().asOf(),
                policy.rails(),
                setting.economics(),
                page.past(),
                contender.budget(),
                policy.holdout());
        return contender.book().decideAll(page.seen().stream(), circumstances).toList();
    }
}
