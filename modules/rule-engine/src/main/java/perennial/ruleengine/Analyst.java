package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Analysis.Finding;
import perennial.ruleengine.Analysis.Flaw;
import perennial.ruleengine.Condition.AllOf;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Vocabulary;

/** Looks for flaws in the conditions and proposals of rules. */
final class Analyst {
    private static final int EFFORT = 3_000_000;

    private final List<Sentence> sentences;
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Scope.Effort effort = new Scope.Effort(EFFORT);
    private boolean complete = true;

    Analyst(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    Analysis analysis() {
        sentences.forEach(this::reach);
        for (Scope scope : scopes) {
            within(scope);
            besideOthers(scope);
            overruling(scope);
            quoting(scope);
        }
        Tables.among(scopes).forEach(this::gaps);
        findings.sort(Comparator.comparing(Finding::flaw)
                .thenComparing(finding -> finding.rules().get(0).path())
                .thenComparing(Finding::line));
        return new Analysis(findings, complete && !effort.spent());
    }

    /** Finds out for whom a rule fires; where that is for nobody, the first condition that makes it so. */
    private void reach(Sentence sentence) {
        Optional<List<Box>> boxes = possible(sentence.when());
        if (boxes.isEmpty()) {
            complete = false;
        } else if (!boxes.get().isEmpty()) {
            scopes.add(new Scope(sentence, boxes.get()));
        } else {
            CustomerSnapshot nearest = Witness.ordinary();
            List<Condition> parts = sentence.when().parts();
            for (int i = 0; i < parts.size(); i++) {
                List<Box> left = possible(new AllOf(parts.subList(0, i + 1))).orElseThrow();
                if (left.isEmpty()) {
                    never(sentence, parts.get(i), nearest);
                    return;
                }
                nearest = new Scope(sentence, left).anybody().orElse(nearest);
            }
        }
    }

    private void never(Sentence sentence, Condition last, CustomerSnapshot nearest) {
        findings.add(new Finding(
                Flaw.UNREACHABLE,
                List.of(sentence.rule()),
                Boundaries.comparisons(last).findFirst().orElseThrow().at().line(),
                Messages.text("finding.UNREACHABLE", sentence.rule().code(), Written.of(last)),
                nearest,
                asked(List.of(sentence))));
    }

    private static Optional<List<Box>> possible(Condition condition) {
        return Alternatives.of(condition)
                .map(boxes -> boxes.stream()
                        .filter(box -> !Witness.of(box).impossible())
                        .toList());
    }

    private void within(Scope scope) {
        Sentence sentence = scope.sentence();
        Optional<String> clash = Standing.overruled(sentence, sentence).or(() -> Standing.quoted(sentence, sentence));
        clash.ifPresent(clashing -> scope.anybody()
                .ifPresent(
                        customer -> add(Flaw.CONTRADICTORY, "finding.WITHIN", List.of(sentence), customer, clashing)));
    }

    /** The first rule beside which this one is a duplicate, contradicts or has no effect. */
    private void besideOthers(Scope scope) {
        boolean after = false;
        for (Scope other : scopes) {
            if (other.is(scope)) {
                after = true;
            } else if (beside(scope, other, after)) {
                return;
            }
        }
    }

    private boolean beside(Scope scope, Scope other, boolean after) {
        Sentence one = scope.sentence();
        Sentence two = other.sentence();
        boolean silenced = Standing.silences(two, one);
        boolean nothingNew = Standing.nothingNew(one, two);
        Optional<String> clash = Standing.overruled(two, one).or(() -> Standing.quoted(one, two));
        if ((!nothingNew && clash.isEmpty()) || !scope.within(other, effort)) {
            return false;
        }
        boolean alike = other.within(scope, effort);
        if (nothingNew && alike && Standing.same(one, two)) {
            return !after && pair(Flaw.DUPLICATE, "finding.DUPLICATE", scope, other, "");
        }
        if (nothingNew) {
            return pair(Flaw.SHADOWED, "finding.SHADOWED", scope, other, "");
        }
        if (alike) {
            return pair(Flaw.CONTRADICTORY, "finding.CONTRADICTORY", scope, other, clash.orElseThrow());
        }
        return silenced && pair(Flaw.SHADOWED, "finding.SILENCED", scope, other, "");
    }

    private boolean pair(Flaw flaw, String key, Scope one, Scope other, String clash) {
        Optional<CustomerSnapshot> both = one.common(other, effort);
        both.ifPresent(customer -> add(
                flaw,
                key,
                List.of(one.sentence(), other.sentence()),
                customer,
                other.rule().code(),
                clash));
        return both.isPresent();
    }

    private void overruling(Scope strong) {
        overlaps("finding.OVERRULED", strong, scopes.stream(), Standing::overruled);
    }

    private void quoting(Scope scope) {
        overlaps("finding.QUOTED", scope, scopes.stream().skip(scopes.indexOf(scope) + 1L), Standing::quoted);
    }

    private void overlaps(
            String key, Scope scope, Stream<Scope> others, BiFunction<Sentence, Sentence, Optional<String>> standing) {
        List<Scope> overlapping = others.filter(other -> !other.is(scope))
                .filter(other ->
                        standing.apply(scope.sentence(), other.sentence()).isPresent())
                .filter(other -> scope.common(other, effort).isPresent())
                .toList();
        if (!overlapping.isEmpty()) {
            Scope first = overlapping.get(0);
            add(
                    Flaw.OPPOSING,
                    key,
                    Stream.concat(Stream.of(scope), overlapping.stream())
                            .map(Scope::sentence)
                            .toList(),
                    scope.common(first, effort).orElseThrow(),
                    overlapping.stream().map(other -> other.rule().code()).collect(Collectors.joining(", ")),
                    standing.apply(scope.sentence(), first.sentence()).orElseThrow());
        }
    }

    private void gaps(Tables.Table table) {
        List<Sentence> rules = table.scopes().stream().map(Scope::sentence).toList();
        String codes = table.scopes().stream().map(scope -> scope.rule().code()).collect(Collectors.joining(", "));
        for (Box gap : table.gaps()) {
            Witness.of(gap)
                    .customer()
                    .ifPresent(customer -> findings.add(new Finding(
                            Flaw.GAP,
                            rules.stream().map(Sentence::rule).toList(),
                            rules.get(0).rule().line(),
                            Messages.text("finding.GAP", codes, table.told(gap)),
                            customer,
                            asked(rules))));
        }
    }

    private void add(Flaw flaw, String key, List<Sentence> rules, CustomerSnapshot example, String... values) {
        Object[] all = Stream.concat(Stream.of(rules.get(0).rule().code()), Stream.of(values))
                .toArray();
        findings.add(new Finding(
                flaw,
                rules.stream().map(Sentence::rule).toList(),
                rules.get(0).rule().line(),
                Messages.text(key, all),
                example,
                asked(rules)));
    }

    private static List<String> asked(List<Sentence> rules) {
        List<String> names = rules.stream()
                .flatMap(sentence -> Boundaries.comparisons(sentence.when()))
                .flatMap(comparison -> comparison.right() instanceof Condition.Other other
                        ? Stream.of(comparison.left().name(), other.attribute().name())
                        : Stream.of(comparison.left().name()))
                .toList();
        return Vocabulary.standard().attributes().stream()
                .map(Vocabulary.Attribute::name)
                .filter(names::contains)
                .toList();
    }
}
