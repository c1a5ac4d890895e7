package perennial.console.rules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;
import perennial.decisions.RuleVersions;

/** The steps back from what is in force: to the version before it, or without one of its rules. */
@Named
@ViewScoped
public class RuleHistory implements Serializable {
    @Inject
    private RuleVersions versions;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private long live;
    private boolean isAsking;
    private @Nullable String code;
    private @Nullable String comment;

    /** The version in force that was looked at. */
    public void look() {
        if (live == 0) {
            live = versions.inForce().version();
        }
    }

    public long getLive() {
        return live;
    }

    public boolean isFirst() {
        return live == 0 || versions.find(live).base().isEmpty();
    }

    /** The first of two steps, so that a slip of the hand changes nothing. */
    public void askToGoBack() {
        isAsking = true;
    }

    public void stay() {
        isAsking = false;
    }

    public void goBack() {
        act("wentBack", () -> versions.rollBack(live, Keeper.remark(visitor, comment)));
    }

    public void stop() {
        String rule = String.valueOf(code);
        act("stopped", () -> versions.stop(rule, Keeper.remark(visitor, comment)));
    }

    public void resume() {
        String rule = String.valueOf(code);
        act("resumed", () -> versions.resume(rule, Keeper.remark(visitor, comment)));
    }

    private void act(String told, Runnable deed) {
        visitor.need(Role.ANALYST);
        if (notices.trying(deed)) {
            notices.done(RuleHistory.class, told, String.valueOf(code));
        }
        notices.goTo("/rules");
    }

    public boolean isAsking() {
        return isAsking;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
