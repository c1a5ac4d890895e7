package perennial.decisions.ejb;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import perennial.decisions.jpa.TermsRows;
import perennial.decisions.model.Terms;
import perennial.ruleengine.Economics;

/** Keeps the terms by which decisions are made; for good, whatever becomes of the decision that asks first. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TermsKeeping {
    @Inject
    private TermsRows rows;

    @Inject
    private Policy policy;

    /** The name of the present terms with these effects. */
    public String keep(Economics economics) {
        return rows.keep(new Terms(policy.rails(), economics, policy.holdout()));
    }
}
