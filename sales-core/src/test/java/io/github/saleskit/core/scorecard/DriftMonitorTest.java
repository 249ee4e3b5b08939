package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftMonitorTest {

    private static final FieldSet<Boolean> FIELDS =
            FieldSet.of(Boolean.class).flag("optedIn", lead -> lead).build();

    /** Half of 198 examples were opted in. */
    private static Scorecard card() {
        return Scorecard.builder()
                .name("half")
                .won(99)
                .lost(99)
                .intercept(0)
                .addCategories(new CategoryTerm(
                        "optedIn",
                        FieldPart.VALUE,
                        List.of("false", "true"),
                        List.of(-1.0, 1.0),
                        0,
                        0,
                        List.of(0, 99, 99, 0)))
                .build();
    }

    @Test
    void indexIsThatOfTheFormula() {
        DriftReport report = DriftMonitor.compile(card(), FIELDS).compare(Collections.nCopies(99, true));
        // groups absent, false, true and unseen with half a lead more in each
        double index = 2 * (.5 / 101 - .5 / 200) * Math.log(.5 / 101 / (.5 / 200))
                + (.5 / 101 - 99.5 / 200) * Math.log(.5 / 101 / (99.5 / 200))
                + (99.5 / 101 - 99.5 / 200) * Math.log(99.5 / 101 / (99.5 / 200));
        assertThat(report.fields().get(0).index()).isCloseTo(index, within(1e-12));
        assertThat(report.fields().get(0).level()).isEqualTo(DriftLevel.LARGE);
        assertThat(report.learnedRate()).isEqualTo(.5);
        assertThat(report.predictedRate()).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(report.actualRate()).isEmpty();
    }

    @Test
    void leadsLikeTheExamplesHaveNotMoved() {
        List<KnownOutcome<Boolean>> outcomes = new ArrayList<>();
        for (int i = 0; i < 198; i++) {
            outcomes.add(KnownOutcome.of(i % 2 == 0, i % 4 == 0));
        }
        DriftReport report = DriftMonitor.compile(card(), FIELDS).compareOutcomes(outcomes);
        assertThat(report.fields().get(0).index()).isZero();
        assertThat(report.actualRate().orElseThrow()).isEqualTo(50 / 198.0);
        assertThat(report.reasons())
                .containsExactly(
                        Reason.of("core.scorecard.rates", "learned", "50", "predicted", "50", "actual", "25.3"));
    }

    @Test
    void valuesThatGoMissingHaveMoved() {
        FieldSet<Double> fields =
                FieldSet.of(Double.class).number("visits", visits -> visits).build();
        List<Double> cuts = IntStream.range(1, 40).mapToObj(cut -> (double) cut).toList();
        Scorecard card = Scorecard.builder()
                .name("visits")
                .won(400)
                .lost(400)
                .intercept(0)
                .addNumbers(new NumberTerm(
                        "visits",
                        FieldPart.VALUE,
                        cuts,
                        Collections.nCopies(40, 1.0),
                        0,
                        IntStream.rangeClosed(0, 40)
                                .mapToObj(code -> code == 0 ? 0 : 20)
                                .toList()))
                .build();
        List<Double> leads = IntStream.range(0, 800)
                .mapToObj(i -> i % 40 < 4 ? Double.NaN : i % 40)
                .toList();
        FieldDrift drift =
                DriftMonitor.compile(card, fields).compare(leads).fields().get(0);
        // a tenth of the leads has gone from the lowest of ten groups to none; with absent there are eleven groups
        double moved = 80 / 805.5 * Math.log(80.5 / .5);
        assertThat(drift.index()).isCloseTo(2 * moved, within(1e-12));
        assertThat(drift.level()).isEqualTo(DriftLevel.LARGE);
    }

    @Test
    void learnedScorecardsHaveNotMovedFromTheirOwnExamples() {
        List<KnownOutcome<Samples.Prospect>> history = Samples.history(600, 5, false);
        Scorecard card = ScorecardTrainer.with(Samples.FIELDS).train(history).scorecard();
        DriftReport report = DriftMonitor.compile(card, Samples.FIELDS).compareOutcomes(history);
        assertThat(report.fields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.index()).isLessThan(1e-12));
    }

    @Test
    void noLeadsAreAMistake() {
        assertThatThrownBy(() -> DriftMonitor.compile(card(), FIELDS).compare(List.of()))
                .hasMessageContaining("leads is empty");
    }

    @Test
    void reportsStayReadable() {
        DriftReport report = DriftReport.builder()
                .scorecard("half")
                .leads(100)
                .learnedRate(.5)
                .predictedRate(.625)
                .actualRate(.25)
                .addFields(new FieldDrift("optedIn", FieldPart.VALUE, .375, DriftLevel.LARGE))
                .build();
        GoldenFile.assertReads(DriftMonitorTest.class, "drift-report-v1.json", report, DriftReport.class);
    }
}
