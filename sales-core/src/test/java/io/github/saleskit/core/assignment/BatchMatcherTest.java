package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.offset;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class BatchMatcherTest {

    private record Rep(String id, int capacity) {}

    private static final Rep ANN = new Rep("ann", 1);
    private static final Rep BOB = new Rep("bob", 1);
    private static final Rep CEM = new Rep("cem", 2);

    /** By lead, then by rep; who is not listed is not eligible. */
    private static final Map<String, Map<String, Double>> VALUES = Map.of(
            "L1", Map.of("ann", 9.5, "cem", 4.25),
            "L2", Map.of("ann", 8.0, "cem", 1.0),
            "L3", Map.of("bob", 3.0, "cem", 7.0),
            "L4", Map.of("bob", 2.0),
            "L5", Map.of("bob", 1.5),
            "L6", Map.of());

    private static final List<String> LEADS = List.of("L1", "L2", "L3", "L4", "L5", "L6");

    private static BatchMatcher<String, Rep> matcher() {
        return BatchMatcher.<String, Rep>maximizing(
                        lead -> lead, Rep::id, (lead, rep) -> VALUES.get(lead).get(rep.id()))
                .withCapacity(Rep::capacity)
                .withEligibility((lead, rep) -> VALUES.get(lead).containsKey(rep.id()));
    }

    private static BatchMatcher<String, String> plain(ToDoubleBiFunction<String, String> value) {
        return BatchMatcher.maximizing(id -> id, id -> id, value);
    }

    @Test
    void theBestTotalIsFoundAndProven() {
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM));
        assertThat(matching.total()).isEqualByComparingTo("21.25");
        assertThat(matching.bound()).isEqualByComparingTo(matching.total());
        assertThat(matching.complete()).isTrue();
        assertThat(matching.repOf("L1")).contains("cem");
        assertThat(matching.repOf("L2")).contains("ann");
        assertThat(matching.repOf("L5")).isEmpty();
        assertThat(matching.leadsOf("cem")).containsExactly("L1", "L3");
        assertThat(text(matching.reasons().get(0)))
                .isEqualTo("Leads matched: 4 of 6. Total: 21.25, proven to be the best.");
    }

    @Test
    void whoDoesNotGetItsBestRepIsToldWhatThePlaceIsWorth() {
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM));
        assertThat(reason(matching, "L1"))
                .isEqualTo("cem gets this lead: 4.25. ann would be better for it: 9.50; but a place there is worth 5.25"
                        + " more to the total.");
        assertThat(reason(matching, "L2")).isEqualTo("ann is the best rep for this lead: 8.00.");
        assertThat(matching.reps())
                .contains(
                        new RepShare("ann", 1, 1, new BigDecimal("5.25"), false),
                        new RepShare("cem", 2, 2, new BigDecimal("0.00"), false));
    }

    @Test
    void unmatchedLeadsSayWhy() {
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM));
        assertThat(matching.unmatched()).extracting(UnmatchedLead::lead).containsExactly("L5", "L6");
        assertThat(text(matching.unmatched().get(0).reason()))
                .isEqualTo("No room. Leads that can go only to bob: 2; places there: 1."
                        + " Leaving out this one is best for the total.");
        assertThat(matching.unmatched().get(0).reason().text(Locale.JAPANESE))
                .isEqualTo("空きなし。bob だけが担当できるリードは 2 件、その枠は 1 件。このリードを外すのが全体にとって最善。");
        assertThat(text(matching.unmatched().get(1).reason())).isEqualTo("Nobody is eligible for this lead.");
        assertThat(matching.bottlenecks()).containsExactly(new Bottleneck(List.of("bob"), 1, List.of("L4", "L5")));
        assertThat(matching.reps()).contains(new RepShare("bob", 1, 1, new BigDecimal("1.50"), true));
    }

    @Test
    void aRepNeededByLeadsThatCanGoNowhereElseIsNotGivenToOthers() {
        Map<String, Map<String, Double>> values = Map.of(
                "A", Map.of("ann", 9.0, "bob", 1.0),
                "B", Map.of("ann", 2.0),
                "C", Map.of("ann", 1.0));
        BatchMatcher<String, String> matcher = plain(
                        (lead, rep) -> values.get(lead).get(rep))
                .withEligibility((lead, rep) -> values.get(lead).containsKey(rep));
        Matching matching = matcher.match(List.of("A", "B", "C"), List.of("ann", "bob"));
        assertThat(reason(matching, "A"))
                .isEqualTo("bob gets this lead: 1. ann would be better for it: 9;"
                        + " but is needed for leads that can go nowhere else.");
    }

    @Test
    void theMatchingReadsAsItsGoldenFile() {
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM));
        GoldenFile.assertReads(BatchMatcherTest.class, "matching-v1.json", matching, Matching.class);
    }

    @Test
    void everyPartRoundTrips() {
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM));
        JsonLine.assertRoundTrip(matching.matched().get(0), MatchedLead.class);
        JsonLine.assertRoundTrip(matching.unmatched().get(0), UnmatchedLead.class);
        JsonLine.assertRoundTrip(matching.reps().get(0), RepShare.class);
        JsonLine.assertRoundTrip(matching.bottlenecks().get(0), Bottleneck.class);
    }

    @Test
    void costsAreMinimized() {
        double[][] cost = {{4, 1}, {2, 9}, {5, 5}};
        Matching matching = BatchMatcher.<Integer, Integer>minimizing(
                        lead -> "L" + lead, rep -> "R" + rep, (lead, rep) -> cost[lead][rep])
                .withCapacity(rep -> 2 - rep)
                .match(List.of(0, 1, 2), List.of(0, 1));
        assertThat(matching.goal()).isEqualTo(MatchingGoal.MINIMIZE);
        assertThat(matching.total()).isEqualByComparingTo("8");
        assertThat(matching.bound()).isEqualByComparingTo("8");
    }

    @Test
    void decimalsAreExact() {
        Matching tenths = plain((lead, rep) -> .1).match(List.of("a", "b", "c"), List.of("x", "y", "z"));
        assertThat(tenths.total()).isEqualTo(new BigDecimal("0.3"));
        assertThat(tenths.scale()).isOne();
        assertThat(tenths.rounded()).isFalse();
    }

    @Test
    void numbersOfTooManyDigitsAreRoundedAndTheAnswerSaysSo() {
        Matching tooFine = plain((lead, rep) -> lead.length() * (.1 + .2)).match(List.of("a", "bb"), List.of("x", "y"));
        assertThat(tooFine.rounded()).isTrue();
        assertThat(tooFine.total().doubleValue()).isCloseTo(.9, offset(1e-14));
        assertThat(text(tooFine.reasons().get(1)))
                .isEqualTo("The numbers were rounded; digits after the point: " + tooFine.scale() + ".");
        Matching huge = plain((lead, rep) -> 1.7e308).match(List.of("a", "b"), List.of("x", "y"));
        assertThat(huge.total()).isEqualByComparingTo("3.4e308");
        JsonLine.assertRoundTrip(huge, Matching.class);
        Matching tiny = plain((lead, rep) -> Double.MIN_VALUE).match(List.of("a"), List.of("x"));
        assertThat(tiny.matched()).hasSize(1);
    }

    @Test
    void everyWrongInputIsNamedAtOnce() {
        BatchMatcher<String, String> matcher = plain(
                        (lead, rep) -> lead.equals("b") ? Double.NaN : Double.POSITIVE_INFINITY)
                .withCapacity(rep -> rep.equals("x") ? -1 : 1);
        DefinitionException thrown = catchThrowableOfType(
                DefinitionException.class, () -> matcher.match(List.of("b", "a", "b"), List.of("y", "x")));
        assertThat(thrown.problems())
                .extracting(Problem::pointer)
                .contains("/leads/b", "/reps/x/capacity", "/values/a/x", "/values/b/y");
        assertThat(thrown).hasMessageContaining("the value of lead b with rep y is NaN");
        assertThat(thrown).hasMessageContaining("the capacity of x is -1");
        assertThat(thrown).hasMessageContaining("the id b is listed twice");
    }

    @Test
    void stoppedWorkSaysSo() {
        WorkMeter none = new WorkMeter(WorkBudget.ofUnits(0), StopSignal.never(), ProgressListener.none());
        Matching matching = matcher().match(LEADS, List.of(ANN, BOB, CEM), none);
        assertThat(matching.complete()).isFalse();
        assertThat(text(matching.reasons().get(0))).contains("Stopped early");
        assertThat(matching.bottlenecks()).isEmpty();
        assertThat(matching.unmatched())
                .extracting(lead -> text(lead.reason()))
                .anyMatch(why -> why.contains("stopped"));
        assertThat(reason(matching, "L1")).endsWith("The work was stopped before this was proven best.");
        assertThat(matching.bound()).isGreaterThanOrEqualTo(matching.total());
        JsonLine.assertRoundTrip(matching, Matching.class);
    }

    @Test
    void nothingToMatchIsAnAnswer() {
        Matching nobody = plain((lead, rep) -> 1).match(List.of("a"), List.of());
        assertThat(nobody.unmatched()).hasSize(1);
        assertThat(nobody.total()).isEqualByComparingTo("0");
        Matching nothing = plain((lead, rep) -> 1).match(List.of(), List.of());
        assertThat(nothing.matched()).isEmpty();
        assertThat(nothing.repOf("a")).isEqualTo(Optional.empty());
        JsonLine.assertRoundTrip(nothing, Matching.class);
    }

    private static String reason(Matching matching, String lead) {
        return matching.matched().stream()
                .filter(match -> match.lead().equals(lead))
                .map(match -> text(match.reason()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Reason reason) {
        return reason.text(Locale.ENGLISH);
    }
}
