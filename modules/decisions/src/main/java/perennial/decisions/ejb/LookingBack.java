package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.UnknownCustomerException;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Hindsight;
import perennial.decisions.UnknownOccasionException;
import perennial.decisions.jpa.PastRows;
import perennial.decisions.jpa.TermsRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Case;
import perennial.decisions.model.Explaining;
import perennial.decisions.model.Past;
import perennial.decisions.model.Snapshots;
import perennial.decisions.model.Terms;
import perennial.kernel.ConflictException;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

@Stateless
@Local(Hindsight.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookingBack implements Hindsight {
    @Inject
    private PastRows rows;

    @Inject
    private TermsRows terms;

    @Inject
    private RuleBooks books;

    @Inject
    private Backgrounds backgrounds;

    @Inject
    private Stations stations;

    @Override
    public Explanation ofOccasion(long id) {
        return explained(rows.ofOccasion(id).orElseThrow(() -> new UnknownOccasionException(id)));
    }

    @Override
    public Explanation of(Decision decision) {
        Map<String, String> inputs = decision.inputs();
        return Explaining.of(book(decision.versions()), Past.snapshot(inputs), inputs, decision.caps(), List.of());
    }

    @Override
    public Explanation ofRun(Run run, CustomerId customer) {
        return rows.of(run, customer).map(this::explained).orElseGet(() -> untouched(run, customer));
    }

    private Explanation explained(Past past) {
        Case decided = past.decided();
        List<Words> caps =
                decided.chosen().stream().flatMap(one -> one.caps().stream()).toList();
        return Explaining.of(book(past.versions()), past.snapshot(), decided.inputs(), caps, decided.dropped());
    }

    private Explanation untouched(Run run, CustomerId customer) {
        Background background = backgrounds.of(run);
        CustomerSnapshot snapshot = stations.known(background, customer)
                .map(known -> new Snapshots(background.base(), run.asOf()).of(known))
                .orElseThrow(() -> new UnknownCustomerException(customer));
        return Explaining.of(background.book(), snapshot, Case.inputs(snapshot), List.of(), List.of());
    }

    @Override
    public Rerun rerunOccasion(long id) {
        return again(rows.ofOccasion(id).orElseThrow(() -> new UnknownOccasionException(id)));
    }

    @Override
    public Rerun rerun(Run run, CustomerId customer) {
        return again(rows.of(run, customer).orElseThrow(() -> new UnknownOccasionException(run, customer)));
    }

    private Rerun again(Past past) {
        RuleBook book = book(past.versions());
        Terms of = Optional.ofNullable(past.versions().get(Background.TERMS))
                .flatMap(terms::find)
                .orElseThrow(() -> new ConflictException(
                        new Words(
                                "guard rails and effects of this decision are not stored: it was made before they were",
                                "该决策的护栏与效果未保存：它早于此项记录"),
                        new Words("take a later decision", "请选择较新的决策")));
        Circumstances circumstances = new Circumstances(
                past.at(),
                of.rails(),
                of.economics(),
                customer -> past.decided().given().contacts(),
                budget(past),
                of.holdout());
        CustomerSnapshot snapshot = past.snapshot();
        return new Rerun(book.version(), past.differences(Case.of(snapshot, book.decide(snapshot, circumstances))));
    }

    private static Budget budget(Past past) {
        return past.decided().given().budget().stream()
                .mapToObj(left -> Budget.of(new Money(left, past.currency())))
                .findFirst()
                .orElseGet(Budget::unlimited);
    }

    private RuleBook book(Map<String, String> versions) {
        return Optional.ofNullable(versions.get(Background.RULES))
                .flatMap(books::named)
                .orElseThrow(() -> new ConflictException(
                        new Words("the rules that decided are not kept", "作出该决策的规则未保存"),
                        new Words("take a decision by rules that were in force here", "请选择由本系统曾生效的规则作出的决策")));
    }
}
