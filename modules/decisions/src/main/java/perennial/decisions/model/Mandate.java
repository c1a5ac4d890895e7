package perennial.decisions.model;

import java.util.List;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.rules.Domain;

/** Who may do what with which version, and when; what is not refused here passes. */
public final class Mandate {
    private static final String RISK = Domain.RISK.folder() + "/";
    private static final Words LOOK = new Words("look at the versions again", "请重新查看各版本");

    private Mandate() {}

    /** The rules of marketing, prices and service are the marketers', those about risk the risk officers'. */
    public static void requireKeeper(Person by, List<Change> changes) {
        if (changes.stream().anyMatch(change -> isRisk(change) ? !by.keepsRisk() : !by.keepsMarketing())) {
            boolean risk = changes.stream().anyMatch(Mandate::isRisk) && !by.keepsRisk();
            throw notYours(risk);
        }
    }

    /** Who keeps the rules that are changed, or a risk officer, who looks at all of them. */
    public static void requireJudge(Person by, List<Change> changes) {
        if (!by.keepsRisk()) {
            requireKeeper(by, changes);
        }
    }

    public static void requireJudge(Person by, String path) {
        boolean isRisk = path.startsWith(RISK);
        if (!by.keepsRisk() && (isRisk || !by.keepsMarketing())) {
            throw notYours(isRisk);
        }
    }

    private static boolean isRisk(Change change) {
        return change.path().startsWith(RISK);
    }

    private static ConflictException notYours(boolean risk) {
        return risk
                ? new ConflictException(
                        new Words("this changes rules about risk", "此操作改动风险规则"),
                        new Words("let a risk officer do it", "请由风险专员操作"))
                : new ConflictException(
                        new Words("this changes rules of marketing, prices or service", "此操作改动营销、定价或服务规则"),
                        new Words("let a marketer do it", "请由营销人员操作"));
    }

    /** Four eyes: whoever had a hand in the text does not approve it. */
    public static void requireAnother(Person by, Version version) {
        if (version.isBy(by.name())) {
            throw new ConflictException(
                    new Words(
                            by.name() + " wrote, changed or proposed version " + version.id(),
                            by.name() + " 参与撰写或提交了版本 " + version.id()),
                    new Words("let another person approve it", "请由另一人批准"));
        }
    }

    /** So that nobody undoes unknowingly what another one has put in force since. */
    public static void requireNewest(Version version, long live) {
        if (version.base().filter(base -> base == live).isEmpty()) {
            throw new ConflictException(
                    new Words(
                            "version " + live + " has gone live since version " + version.id() + " was written",
                            "版本 " + version.id() + " 写成之后，版本 " + live + " 已生效"),
                    new Words("write the draft anew on it and propose it again", "请在其基础上重写草稿并再次提交"));
        }
    }

    public static void require(Version version, List<State> wanted) {
        if (!wanted.contains(version.state())) {
            throw new ConflictException(standing(version), LOOK);
        }
    }

    private static Words standing(Version version) {
        String english = "version " + version.id();
        String chinese = "版本 " + version.id();
        return switch (version.state()) {
            case DRAFT -> new Words(english + " is a draft that was not proposed", chinese + " 是尚未提交的草稿");
            case PROPOSED -> new Words(english + " waits for approval", chinese + " 正在等待批准");
            case SCHEDULED -> new Words(english + " is approved and goes live at its time", chinese + " 已批准，将按时生效");
            case LIVE -> new Words(english + " is in force", chinese + " 正在生效");
            case REJECTED -> new Words(english + " was rejected", chinese + " 已被退回");
            case RETIRED -> new Words(english + " was in force once", chinese + " 曾经生效");
        };
    }

    /** The version to go back to from the one in force. */
    public static long before(Version live, long thought) {
        if (live.id() != thought) {
            throw new ConflictException(
                    new Words(
                            "not version " + thought + " is in force but version " + live.id(),
                            "生效的不是版本 " + thought + "，而是版本 " + live.id()),
                    LOOK);
        }
        return live.base()
                .orElseThrow(() -> new ConflictException(
                        new Words("there is no version before the one in force", "生效版本之前没有其他版本"),
                        new Words("write a draft", "请撰写草稿")));
    }

    /** A draft that changes nothing has nothing to be approved. */
    public static void requireChange(List<Change> changes) {
        if (changes.isEmpty()) {
            throw new ConflictException(
                    new Words("the draft changes nothing", "草稿没有任何改动"), new Words("change a rule", "请改动规则"));
        }
    }

    public static ConflictException overtaken() {
        return new ConflictException(
                new Words("the rules in force have changed this very moment", "生效的规则刚刚发生了变化"), LOOK);
    }
}
