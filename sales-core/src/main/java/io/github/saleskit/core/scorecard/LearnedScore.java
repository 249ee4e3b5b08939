package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How likely a lead is to be won by a scorecard, and why.
 *
 * <p>The intercept and the contributions add up to the log-odds exactly. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param scorecard name of the scorecard
 * @param lead id of the lead; absent when its fields have no id
 * @param probability from 0 to 1
 * @param points on the scorecard's scale; the base points plus those of the contributions, within the limits of the
 *     scale
 * @param logOdds the logarithm of probability / (1 - probability)
 * @param intercept the average log-odds of the examples
 * @param contributions what each term of the scorecard gave, in the order of the scorecard
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LearnedScore(
        @Required int version,
        @Required String scorecard,
        Optional<String> lead,
        @Required double probability,
        @Required int points,
        @Required double logOdds,
        @Required double intercept,
        List<FieldContribution> contributions)
        implements Decision, StrictDocument {

    public LearnedScore {
        DocumentVersion.require("learned score", version, 1);
        requireNonNull(scorecard, "scorecard");
        if (!(contributions instanceof Contributions)) {
            contributions = contributions == null ? List.of() : List.copyOf(contributions);
            requireSum(logOdds, intercept, contributions);
        }
    }

    private static void requireSum(double logOdds, double intercept, List<FieldContribution> contributions) {
        double sum = intercept;
        for (FieldContribution contribution : contributions) {
            sum += contribution.logOdds();
        }
        if (sum != logOdds) {
            throw new IllegalArgumentException(
                    "logOdds is " + logOdds + ", but intercept and contributions add up to " + sum + ".");
        }
    }

    /**
     * What each field gave, by its name; what two fields gave together is halved between them.
     *
     * <p>With the intercept this adds up to the log-odds exactly, too. Source for the halves: L. S. Shapley, "A value
     * for n-person games", 1953.
     */
    public Map<String, Double> byField() {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (FieldContribution contribution : contributions) {
            double each = contribution.with().isPresent() ? contribution.logOdds() / 2 : contribution.logOdds();
            sums.merge(contribution.field(), each, Double::sum);
            contribution.with().ifPresent(other -> sums.merge(other, each, Double::sum));
        }
        return Collections.unmodifiableMap(sums);
    }

    /** The probability, then what contributed to it, the weightiest first; what gave nothing is left out. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("core.scorecard.scored", "percent", percent(probability), "points", points));
        contributions.stream()
                .filter(contribution -> contribution.logOdds() != 0)
                .sorted(Comparator.comparingDouble(contribution -> -Math.abs(contribution.logOdds())))
                .map(LearnedScore::reason)
                .forEach(reasons::add);
        return reasons;
    }

    private static Reason reason(FieldContribution contribution) {
        return contribution.with().isPresent()
                ? Reason.of(
                        "core.scorecard.pairGave",
                        details(contribution, "other", contribution.with().get()))
                : contribution
                        .value()
                        .map(value -> Reason.of(code(contribution.part()), details(contribution, "value", value)))
                        .orElseGet(() -> Reason.of("core.scorecard.absenceGave", details(contribution)));
    }

    private static String code(FieldPart part) {
        return switch (part) {
            case VALUE, MEMBER -> "core.scorecard.fieldGave";
            case CURRENCY -> "core.scorecard.currencyGave";
            case MONTH -> "core.scorecard.monthGave";
            case DAY_OF_WEEK -> "core.scorecard.dayOfWeekGave";
        };
    }

    private static Object[] details(FieldContribution contribution, Object... more) {
        List<Object> details = new ArrayList<>(List.of("field", contribution.field()));
        details.addAll(List.of(more));
        details.addAll(List.of("logOdds", decimal(contribution.logOdds(), 3), "points", contribution.points()));
        return details.toArray();
    }

    static String percent(double share) {
        return decimal(share * 100, 1);
    }

    static String decimal(double figure, int places) {
        return BigDecimal.valueOf(figure)
                .setScale(places, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
