package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Derives the problem of a scenario from today's. */
final class ScenarioChange {

    private final TerritoryScenario scenario;
    private final TerritoryProblem today;
    private final Set<String> gone = new HashSet<>();

    ScenarioChange(TerritoryScenario scenario, TerritoryProblem today) {
        this.scenario = scenario;
        this.today = today;
        requireSound();
        gone.addAll(scenario.closed());
        gone.addAll(scenario.merged().keySet());
    }

    private void requireSound() {
        Problems problems = new Problems();
        Set<String> territories =
                today.territories().stream().map(Territory::id).collect(Collectors.toCollection(TreeSet::new));
        for (int c = 0; c < scenario.closed().size(); c++) {
            requireKnown(
                    problems.at("closed", c),
                    "territory.unknown",
                    "territory",
                    scenario.closed().get(c),
                    territories);
        }
        scenario.merged().forEach((from, into) -> requireMerger(problems.at("merged", from), from, into, territories));
        Set<String> measures = new TreeSet<>();
        Set<String> accounts = new HashSet<>();
        today.accounts().forEach(account -> {
            accounts.add(account.id());
            measures.addAll(account.activity().keySet());
        });
        for (int a = 0; a < scenario.activity().size(); a++) {
            ActivityChange change = scenario.activity().get(a);
            requireKnown(
                    problems.at("activity", a, "measure"), "measure.unknown", "measure", change.measure(), measures);
            for (int i = 0; i < change.accounts().size(); i++) {
                Problems at = problems.at("activity", a, "accounts", i);
                requireKnown(at, "account.unknown", "account", change.accounts().get(i), accounts);
            }
        }
        problems.throwIfAny("territory scenario");
    }

    private void requireMerger(Problems at, String from, String into, Set<String> territories) {
        requireKnown(at, "territory.unknown", "territory", from, territories);
        requireKnown(at, "territory.unknown", "territory", into, territories);
        if (scenario.closed().contains(into) || scenario.merged().containsKey(into)) {
            at.report("merger.intoGone", into, "the territory \"" + into + "\" is closed or merged itself");
        }
    }

    private static void requireKnown(Problems at, String code, String kind, String id, Set<String> known) {
        if (!known.contains(id)) {
            at.report(code, id, "there is no " + kind + " \"" + id + "\"", Problems.suggest(id, known));
        }
    }

    TerritoryProblem problem() {
        return today.withAccounts(accounts())
                .withTerritories(territories())
                .withLimits(limits())
                .withFixed(fixed())
                .withForbidden(forbidden());
    }

    private List<TerritoryAccount> accounts() {
        List<TerritoryAccount> accounts = today.accounts();
        for (ActivityChange change : scenario.activity()) {
            Set<String> chosen = new HashSet<>(change.accounts());
            accounts = accounts.stream()
                    .map(account ->
                            chosen.isEmpty() || chosen.contains(account.id()) ? changed(account, change) : account)
                    .toList();
        }
        return accounts;
    }

    private static TerritoryAccount changed(TerritoryAccount account, ActivityChange change) {
        Map<String, Double> activity = new LinkedHashMap<>(account.activity());
        activity.computeIfPresent(change.measure(), (measure, value) -> value * change.factor());
        return new TerritoryAccount(account.id(), account.place(), activity);
    }

    private List<Territory> territories() {
        List<Territory> territories = new ArrayList<>();
        for (Territory territory : today.territories()) {
            if (!gone.contains(territory.id())) {
                territories.add(merged(territory));
            }
        }
        territories.addAll(scenario.added());
        return territories;
    }

    /** A territory with the weights and limits of those that are merged into it. */
    private Territory merged(Territory territory) {
        List<Territory> parts = today.territories().stream()
                .filter(part -> territory.id().equals(scenario.merged().get(part.id())))
                .toList();
        if (parts.isEmpty()) {
            return territory;
        }
        double weight = weight(territory)
                + parts.stream().mapToDouble(ScenarioChange::weight).sum();
        List<ActivityLimit> limits = new ArrayList<>();
        Set<String> measures = new TreeSet<>();
        today.limits().forEach(limit -> measures.add(limit.measure()));
        limits().forEach(limit -> measures.add(limit.measure()));
        territory.limits().forEach(limit -> measures.add(limit.measure()));
        for (String measure : measures) {
            limit(territory, measure).ifPresent(limit -> limits.add(sum(limit, parts)));
        }
        return territory.withWeight(Optional.of(weight)).withLimits(limits);
    }

    private static double weight(Territory territory) {
        return territory.weight().orElse(1.0);
    }

    private Optional<ActivityLimit> limit(Territory territory, String measure) {
        return territory.limits().stream()
                .filter(limit -> limit.measure().equals(measure))
                .findFirst()
                .or(() -> limits().stream()
                        .filter(limit -> limit.measure().equals(measure))
                        .findFirst());
    }

    /** A band around the mean grows with the weight by itself; absolute bounds are summed, if every part has one. */
    private ActivityLimit sum(ActivityLimit limit, List<Territory> parts) {
        Optional<Double> minimum = limit.minimum();
        Optional<Double> maximum = limit.maximum();
        for (Territory part : parts) {
            Optional<ActivityLimit> other = limit(part, limit.measure());
            Optional<Double> least = other.flatMap(ActivityLimit::minimum);
            Optional<Double> most = other.flatMap(ActivityLimit::maximum);
            minimum = minimum.map(value -> value + least.orElse(0.0)).or(() -> least);
            maximum = maximum.flatMap(value -> most.map(more -> value + more));
        }
        boolean nothing =
                minimum.isEmpty() && maximum.isEmpty() && limit.tolerance().isEmpty();
        return new ActivityLimit(limit.measure(), nothing ? Optional.of(0.0) : minimum, maximum, limit.tolerance());
    }

    private List<ActivityLimit> limits() {
        List<ActivityLimit> limits = new ArrayList<>(scenario.limits());
        Set<String> changed = new HashSet<>();
        limits.forEach(limit -> changed.add(limit.measure()));
        today.limits().stream()
                .filter(limit -> !changed.contains(limit.measure()))
                .forEach(limits::add);
        return limits;
    }

    /** What was fixed to a closed territory is free; what was fixed to a merged one is fixed to its successor. */
    private List<FixedAssignment> fixed() {
        List<FixedAssignment> fixed = new ArrayList<>();
        for (FixedAssignment fix : today.fixed()) {
            String territory = scenario.merged().getOrDefault(fix.territory(), fix.territory());
            if (!gone.contains(territory)) {
                fixed.add(new FixedAssignment(fix.account(), territory));
            }
        }
        return fixed;
    }

    private List<ForbiddenAssignment> forbidden() {
        return today.forbidden().stream()
                .filter(forbidden -> !gone.contains(forbidden.territory()))
                .toList();
    }
}
