package perennial.overview.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.activity.LatestFeatures;
import perennial.activity.Shop;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.overview.jpa.Cursor;
import perennial.overview.jpa.CustomerRows;
import perennial.overview.jpa.RunInForce;
import perennial.segmentation.Segments;

@Stateless
@Local(Overview.class)
public class OverviewRenewing implements Overview {
    @Inject
    private RowJoining joining;

    @Inject
    private CustomerRows rows;

    @Inject
    private Glancing glancing;

    @Inject
    private RunInForce pointer;

    @Inject
    private Shop shop;

    @Inject
    private Findings findings;

    @Inject
    private LatestFeatures features;

    @Inject
    private Segments segments;

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void renew(Run run, Progress progress) {
        rows.clear(run);
        joining.join(run, progress, rows::add);
        glancing.keep(run);
        pointer.switchTo(run);
        rows.forgetAllBut(run);
        features.begin(run);
        segments.begin(run);
    }

    @Override
    public Optional<Run> inForce() {
        return pointer.current();
    }

    @Override
    public ShopView shop() {
        return glancing.at(pointer.current());
    }

    @Override
    public Page customers(CustomerQuery query) {
        return pointer.current().map(run -> page(query, run)).orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    /** Rows and names that were not read under one version of the segments are read again. */
    private Page page(CustomerQuery query, Run current) {
        while (true) {
            Cursor from = query.cursor()
                    .map(text -> Cursor.parse(text, query))
                    .orElseGet(() -> Cursor.start(current.id(), findings.placing(current)));
            Run listed = new Run(from.run(), current.asOf());
            refuseIfReplaced(query, from, listed, current);
            Page page = rows.page(query, from, currency(), findings.segmentNames(listed));
            if (findings.placing(listed) == from.placing()) {
                return page;
            }
        }
    }

    private void refuseIfReplaced(CustomerQuery query, Cursor from, Run listed, Run current) {
        String text = query.cursor().orElse("");
        if (from.run() != current.id() && !rows.holds(from.run())) {
            throw Cursor.refusal(text, new Words("newer runs have taken its place", "已被更新的运行取代"));
        }
        if (!text.isEmpty() && findings.placing(listed) != from.placing()) {
            throw Cursor.refusal(text, new Words("the customers are in other segments since", "客户此后已归入其他客群"));
        }
    }

    private Currency currency() {
        return shop.opened().currency();
    }
}
