package io.github.saleskit.territory.rule;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Answers who owns an account, by the rules of a {@link TerritoryModel}.
 *
 * <pre>{@code
 * TerritoryResolver<Account> resolver = TerritoryResolver.compile(model, ACCOUNT_FIELDS);
 * Ownership ownership = resolver.resolve(account, now);
 * ownership.territory();   // Optional[DE-South]
 * ownership.lost();        // the rules that lost, each with its reason
 * }</pre>
 *
 * <p>All rules are in one {@link CriteriaIndex}: what an answer costs depends little on their number.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the host's own type of account
 */
public final class TerritoryResolver<T> {

    private final FieldSet<T> fields;
    private final TerritoryModel model;
    private final CriteriaIndex<T> index;
    private final Precedence precedence;

    /** A resolver with an index of the rules in the order in which they win. */
    private TerritoryResolver(TerritoryModel model, FieldSet<T> fields, Precedence precedence, CriteriaIndex<T> index) {
        this.fields = fields;
        this.model = model;
        this.precedence = precedence;
        this.index = index;
    }

    /**
     * A resolver for accounts of the host's type, whose field set must have an id.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem: duplicate or unknown ids, a
     *     territory above itself, criteria that do not fit the fields
     */
    public static <T> TerritoryResolver<T> compile(TerritoryModel model, FieldSet<T> fields) {
        if (!fields.hasId()) {
            throw new IllegalArgumentException("fields have no id.\nMaybe add .id(...) to the field set?");
        }
        Problems problems = new Problems();
        new ModelCheck(model, problems).check();
        checkCriteria(model, fields, problems);
        problems.throwIfAny("territory model \"" + model.name() + "\"");
        Precedence precedence = new Precedence(model);
        List<Criterion> inList = IntStream.range(0, precedence.size())
                .mapToObj(r -> whole(model.rules().get(r), precedence.lineage(r)))
                .toList();
        List<Criterion> inOrder = IntStream.range(0, precedence.size())
                .mapToObj(place -> inList.get(precedence.rule(place)))
                .toList();
        Problems found = new Problems();
        CriteriaIndex<T> index = CriteriaIndex.compile(inOrder, fields, found);
        if (!found.isEmpty()) {
            CriteriaIndex.compile(inList, fields, problems.at("rules"));
        }
        problems.throwIfAny("territory model \"" + model.name() + "\"");
        return new TerritoryResolver<>(model, fields, precedence, index);
    }

    /**
     * Checks each criterion where it stands in the model; what the index compiles later is put together from several.
     */
    private static <T> void checkCriteria(TerritoryModel model, FieldSet<T> fields, Problems problems) {
        for (int t = 0; t < model.territories().size(); t++) {
            Problems at = problems.at("territories", t, "scope");
            model.territories().get(t).scope().ifPresent(scope -> Condition.compile(scope, fields, at));
        }
        for (int r = 0; r < model.rules().size(); r++) {
            TerritoryRule rule = model.rules().get(r);
            Condition.compile(rule.when(), fields, problems.at("rules", r, "when"));
            Problems at = problems.at("rules", r, "unless");
            rule.unless().ifPresent(unless -> Condition.compile(unless, fields, at));
        }
    }

    private static Criterion whole(TerritoryRule rule, List<TerritoryNode> lineage) {
        Criterion whole = rule.when();
        if (rule.unless().isPresent()) {
            whole = whole.and(Criterion.not(rule.unless().get()));
        }
        for (TerritoryNode node : lineage) {
            if (node.scope().isPresent()) {
                whole = whole.and(node.scope().get());
            }
        }
        return whole;
    }

    /** The matches that {@link #winner} writes into; one a thread. */
    public CriteriaMatches newMatches() {
        return index.newMatches();
    }

    /**
     * The place, in the list of the model, of the rule that wins in the main layer; -1 when there is none. The fast
     * answer, without reasons.
     */
    public int winner(T account, Instant asOf, CriteriaMatches matches) {
        index.find(account, asOf, matches);
        for (int place = matches.next(0); place >= 0; place = matches.next(place + 1)) {
            int r = precedence.rule(place);
            if (precedence.main(r) && precedence.holds(r, asOf)) {
                return r;
            }
        }
        return -1;
    }

    /** The rules that were found and hold, in the order in which they win. */
    private IntStream holding(CriteriaMatches matches, Instant asOf) {
        return IntStream.iterate(matches.next(0), place -> place >= 0, place -> matches.next(place + 1))
                .map(precedence::rule)
                .filter(r -> precedence.holds(r, asOf));
    }

    /** Who owns an account at a moment, and why. */
    public Ownership resolve(T account, Instant asOf) {
        return resolve(account, asOf, index.newMatches());
    }

    /** Who owns each of many accounts at a moment, in their order. */
    public List<Ownership> resolveAll(List<? extends T> accounts, Instant asOf) {
        CriteriaMatches matches = index.newMatches();
        List<Ownership> all = new ArrayList<>(accounts.size());
        accounts.forEach(account -> all.add(resolve(account, asOf, matches)));
        return List.copyOf(all);
    }

    private Ownership resolve(T account, Instant asOf, CriteriaMatches matches) {
        index.find(account, asOf, matches);
        Map<String, List<Integer>> layers = new TreeMap<>();
        layers.put("", new ArrayList<>());
        holding(matches, asOf)
                .sorted()
                .forEach(
                        r -> layers.computeIfAbsent(model.rules().get(r).layer().orElse(""), layer -> new ArrayList<>())
                                .add(r));
        List<LayerOwner> owners = new ArrayList<>();
        List<LostRule> lost = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        layers.forEach((layer, rules) -> settle(rules, asOf, owners, lost, reasons));
        return new Ownership(fields.id(account), owners, lost, reasons);
    }

    private void settle(
            List<Integer> rules, Instant asOf, List<LayerOwner> owners, List<LostRule> lost, List<Reason> reasons) {
        if (rules.isEmpty()) {
            reasons.add(
                    Reason.of("territory.rule.noRule", "rules", model.rules().size()));
            return;
        }
        int winner = rules.stream().min(precedence::compare).orElseThrow();
        TerritoryRule rule = model.rules().get(winner);
        List<TerritoryMember> members = precedence.lineage(winner).get(0).members().stream()
                .filter(member -> Effective.at(member.from(), member.until(), asOf))
                .toList();
        owners.add(new LayerOwner(rule.layer(), rule.territory(), rule.id(), members));
        reasons.add(Reason.of("territory.rule.ruleWon", "rule", rule.id(), "territory", rule.territory()));
        for (int other : rules) {
            if (other != winner) {
                lost.add(precedence.lost(winner, other));
            }
        }
    }

    /**
     * How well the rules cover many accounts in the main layer: gaps, overlaps with examples, accounts by territory.
     */
    public CoverageReport coverage(Iterable<? extends T> accounts, Instant asOf) {
        return coverage(accounts, asOf, List.of());
    }

    /**
     * How well the rules cover many accounts in the main layer, with what the accounts of each territory add up to.
     *
     * @throws IllegalArgumentException when an amount is not finite, or two measures have one name
     */
    public CoverageReport coverage(Iterable<? extends T> accounts, Instant asOf, List<CoverageMeasure<T>> measures) {
        Coverage<T> coverage = new Coverage<>(model, asOf, List.copyOf(measures));
        CriteriaMatches matches = index.newMatches();
        for (T account : accounts) {
            int winner = winner(account, asOf, matches);
            coverage.add(account, fields.id(account), winner);
            if (winner >= 0) {
                holding(matches, asOf)
                        .filter(r -> r != winner && precedence.overlap(winner, r))
                        .sorted()
                        .forEach(r -> coverage.overlap(fields.id(account), winner, r));
            }
        }
        return coverage.report();
    }
}
