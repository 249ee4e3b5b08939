package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.realign.AccountMove;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Scenarios side by side.
 *
 * <pre>{@code
 * comparison.table();                          // a row of figures a scenario
 * comparison.difference("growth", "merger");   // who would be elsewhere, and why
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param outcomes one a scenario, in the order they were given
 * @param reasons one a scenario: what it takes
 */
public record ScenarioComparison(
        @Required int version,
        @Required List<ScenarioOutcome> outcomes,
        @Required List<Reason> reasons) implements Decision, StrictDocument {

    public ScenarioComparison {
        DocumentVersion.require("scenario comparison", version, 1);
        outcomes = List.copyOf(outcomes);
        reasons = List.copyOf(reasons);
    }

    /** The figures of all scenarios, a row each. */
    public List<ScenarioFigures> table() {
        return outcomes.stream().map(ScenarioOutcome::figures).toList();
    }

    /**
     * What a scenario leads to.
     *
     * @throws IllegalArgumentException when there is no such scenario
     */
    public ScenarioOutcome outcome(String scenario) {
        return outcomes.stream()
                .filter(outcome -> outcome.scenario().equals(scenario))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "scenario is \"" + scenario + "\", which is none of those compared."));
    }

    /**
     * The accounts that are in different territories in the plans with the fewest moves of two scenarios, in the order
     * of their ids.
     *
     * @throws IllegalArgumentException when there is no such scenario
     */
    public List<AccountDifference> difference(String one, String other) {
        ScenarioOutcome first = outcome(one);
        ScenarioOutcome second = outcome(other);
        Map<String, Reason> firstWhy = reasonsOf(first);
        Map<String, Reason> secondWhy = reasonsOf(second);
        List<AccountDifference> differences = new ArrayList<>();
        first.plan().plan().assignment().forEach((account, territory) -> {
            String there = second.plan().plan().territoryOf(account);
            if (!territory.equals(there)) {
                List<Reason> why = Stream.of(firstWhy, secondWhy)
                        .flatMap(reasonOf -> Stream.ofNullable(reasonOf.get(account)))
                        .toList();
                differences.add(new AccountDifference(account, territory, there, why));
            }
        });
        return differences;
    }

    private static Map<String, Reason> reasonsOf(ScenarioOutcome outcome) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (AccountMove move : outcome.plan().moves()) {
            reasons.put(move.account(), move.reason());
        }
        return reasons;
    }
}
