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
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/** Looks for flaws in the conditions and proposals of rules. */
final class Analyst {
    private static final int EFFORT = 3_000_000;

    private final List<Sentence> sentences;
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Sentence> idle = new ArrayList<>();
    private final Scope.Effort effort = new Scope.Effort(EFFORT);
    private boolean complete = true;

    Analyst(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    Analysis analysis() {
        sentences.forEach(this::reach);
        for (Scope scope : scopes) {
            within(scope);
            alternatives(scope);
            besideOthers(scope);
            overruling(scope);
            quoting(scope);
        }
        Tables.among(scopes).forEach(this::gaps);
        findings.addAll(GridAnalyst.findings(sentences, idle));
        findings.sort(Comparator.comparing(Finding::flaw)
                .thenComparing(finding -> finding.rules().get(0).path())
                .thenComparing(Finding::line));
        return new Analysis(findings, complete && !effort.spent());
    }

    /** Finds out for whom a rule fires. */
    private void reach(Sentence sentence) {
        Optional<List<Box>> boxes = Conflict.possible(sentence.when());
        if (boxes.isEmpty()) {
            complete = false;
        } else if (!boxes.get().isEmpty()) {
            scopes.add(new Scope(sentence, boxes.get()));
        } else if (sentence.cell().isPresent()) {
            idle.add(sentence);
        } else {
            findings.add(never(sentence));
        }
    }

    /** With the first condition that keeps a rule from firing, and those before it that it does not go with. */
    private static Finding never(Sentence sentence) {
        List<Condition> parts = sentence.when().parts();
        Conflict conflict = Conflict.among(parts);
        List<Integer> few = conflict.few();
        Condition last = parts.get(few.get(few.size() - 1));
        String before = few.stream()
                .limit(few.size() - 1L)
                .map(parts::get)
                .map(Written::of)
                .collect(Collectors.joining(", "));
        String why = before.isEmpty() ? range(last) : before;
        String key = !before.isEmpty()
                ? "finding.UNREACHABLE"
                : why.isEmpty() ? "finding.IMPOSSIBLE" : "finding.OUT_OF_RANGE";
        return new Finding(
                Flaw.UNREACHABLE,
                List.of(sentence.rule()),
                line(last),
                Messages.text(key, sentence.rule().code(), Written.of(last), why),
                conflict.nearest(),
                asked(List.of(sentence)));
    }

    /** Between which numbers an attribute lies that is compared with one; empty for any other condition. */
    private static String range(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                        && comparison.right() instanceof Condition.Literal
                        && comparison.left().type().numeric()
                ? Numbers.shown(comparison.left().min()) + " – "
                        + Numbers.shown(comparison.left().max())
                : "";
    }

    private void within(Scope scope) {
        Sentence sentence = scope.sentence();
        Optional<String> clash = Standing.overruled(sentence, sentence).or(() -> Standing.quoted(sentence, sentence));
        clash.ifPresent(clashing -> scope.anybody()
                .ifPresent(customer ->
                        add(Flaw.CONTRADICTORY, "finding.WITHIN", List.of(sentence), customer, same(clashing))));
    }

    private void alternatives(Scope scope) {
        Sentence sentence = scope.sentence();
        for (Condition dead : DeadAlternatives.of(sentence.when())) {
            scope.anybody()
                    .ifPresent(customer -> findings.add(new Finding(
                            Flaw.UNREACHABLE,
                            List.of(sentence.rule()),
                            line(dead),
                            Messages.text("finding.ALTERNATIVE", sentence.rule().code(), Written.of(dead)),
                            customer,
                            asked(List.of(sentence)))));
        }
    }

    private static int line(Condition condition) {
        return Boundaries.comparisons(condition).findFirst().orElseThrow().at().line();
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
            boolean toldBefore = after && Standing.overruled(two, one).isEmpty();
            return !toldBefore && pair(Flaw.CONTRADICTORY, "finding.CONTRADICTORY", scope, other, clash.orElseThrow());
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
                other.sentence().called(),
                same(clash)));
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
                    called(overlapping),
                    same(standing.apply(scope.sentence(), first.sentence()).orElseThrow()));
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

    /** One rule with its place in a table, of several the codes. */
    private static Text called(List<Scope> rules) {
        return rules.size() == 1
                ? rules.get(0).sentence().called()
                : same(rules.stream().map(rule -> rule.rule().code()).collect(Collectors.joining(", ")));
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    private void add(Flaw flaw, String key, List<Sentence> rules, CustomerSnapshot example, Text... values) {
        Text[] all = Stream.concat(Stream.of(rules.get(0).called()), Stream.of(values))
                .toArray(Text[]::new);
        findings.add(new Finding(
                flaw,
                rules.stream().map(Sentence::rule).toList(),
                rules.get(0).rule().line(),
                Messages.text(key, all),
                example,
                asked(rules)));
    }

    static List<String> asked(List<Sentence> rules) {
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
