package perennial.decisions.model;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.ruleengine.Economics;
import perennial.rules.Domain;
import perennial.rules.Kind;
import perennial.rules.Vocabulary;

/** The effects that the business holds true, as the rule engine asks for them. */
public final class EffectTable {
    private final Map<Lever, Effect> effects = new HashMap<>();

    public EffectTable(List<Effect> all) {
        all.forEach(effect -> effects.put(effect.lever(), effect));
    }

    public Economics economics(Currency currency) {
        Map<Economics.Lever, Economics.Held> held = new HashMap<>();
        effects.forEach((lever, effect) -> kind(lever.kind())
                .ifPresent(kind -> held.put(
                        new Economics.Lever(lever.verb(), kind, lever.segment().orElse("")),
                        new Economics.Held(
                                effect.uplift(),
                                Economics.Source.valueOf(effect.source().name())))));
        return Economics.assumed(currency).with(held);
    }

    /** The effect on customers of a segment: its own, else that on everybody. */
    Optional<Effect> of(String verb, String kind, Optional<String> segment) {
        return Optional.ofNullable(effects.get(new Lever(verb, kind, segment)))
                .or(() -> Optional.ofNullable(effects.get(new Lever(verb, kind, Optional.empty()))));
    }

    /** A kind by the name that decisions have. */
    public static Optional<Kind> kind(String label) {
        return Arrays.stream(Kind.values())
                .filter(kind -> Case.label(kind).equals(label))
                .findFirst();
    }

    /** All that is to win a customer, by verb and kind: what reaches one to offer something, or takes money off a price. */
    public static List<Lever> levers() {
        return Vocabulary.standard().verbs().stream()
                .filter(verb -> !verb.arguments().isEmpty() && verb.domain() != Domain.SERVICE)
                .flatMap(verb ->
                        verb.kinds().stream().map(kind -> new Lever(verb.name(), Case.label(kind), Optional.empty())))
                .toList();
    }

    /** @throws InvalidInputException if no rule may propose that */
    public static void requireLever(Lever lever) {
        Optional<Kind> kind = kind(lever.kind());
        if (kind.filter(Kind::transactional).isPresent()) {
            throw new InvalidInputException(
                    "kind",
                    lever.kind(),
                    new Words("a transactional message is not there to sell", "事务性消息不以销售为目的"),
                    new Words(
                            "give a kind of marketing or prices; notices cost and are counted",
                            "请给出营销或定价的类别；告知只计成本与次数"));
        }
        boolean isKnown = Vocabulary.standard()
                .verb(lever.verb())
                .filter(verb -> kind.filter(verb.kinds()::contains).isPresent())
                .isPresent();
        if (!isKnown) {
            throw new InvalidInputException(
                    "kind",
                    lever.verb() + " " + lever.kind(),
                    new Words("no rule may propose that", "规则不能提出此项"),
                    new Words(
                            "give a verb and a kind such as offerCoupon and marketing.win-back",
                            "请给出动词和类别，例如 offerCoupon 和 marketing.win-back"));
        }
    }
}
