package io.github.saleskit.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadPrioritizerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private record Prospect(String id, double budget, Instant createdAt, List<Consent> consents) {}

    private static final FieldSet<Prospect> PROSPECT = FieldSet.of(Prospect.class)
            .id(Prospect::id)
            .number("budget", Prospect::budget)
            .instant("createdAt", Prospect::createdAt)
            .each("consents", Prospect::consents, Consent.FIELDS)
            .build();
    private static final List<Consent> YES = List.of(Consent.granted("phone", NOW.minusSeconds(999_999)));

    private static final PriorityPolicy POLICY = PriorityPolicy.builder()
            .name("call list")
            .value("budget")
            .addChances(GradeChance.of("A", "0.3"), GradeChance.of("B", "0.1"))
            .addUrgency(
                    Urgency.fresh("createdAt", Decay.halfLife(Duration.ofDays(2)), "0.2"),
                    Urgency.waiting("createdAt", Duration.ofDays(10), "3"))
            .contact(new ContactPurpose("phone", "sales", "consents"))
            .build();
    private static final LeadPrioritizer<Prospect> PRIORITIZER = LeadPrioritizer.compile(POLICY, PROSPECT);

    private static ScoredLead<Prospect> lead(String id, double budget, int daysOld, String grade, int points) {
        return lead(id, budget, daysOld, grade, points, YES);
    }

    private static ScoredLead<Prospect> lead(
            String id, double budget, int daysOld, String grade, int points, List<Consent> consents) {
        LeadScore score = LeadScore.builder()
                .model("m")
                .at(NOW)
                .points(BigDecimal.valueOf(points))
                .grade(grade)
                .addContributions(Contribution.builder()
                        .group("g")
                        .points(BigDecimal.valueOf(points))
                        .build())
                .build();
        return new ScoredLead<>(new Prospect(id, budget, NOW.minus(Duration.ofDays(daysOld)), consents), score);
    }

    @Test
    void leadsStandByExpectedValueTimesUrgency() {
        LeadQueue queue = PRIORITIZER.prioritize(
                List.of(
                        lead("small", 100, 0, "A", 50), // 100 x .3 x 1
                        lead("old", 1_000, 10, "A", 50), // 1000 x .3 x .2 x 2
                        lead("fresh", 1_000, 2, "A", 50), // 1000 x .3 x .5 x 1.2
                        lead("unlikely", 1_000, 2, "B", 20), // 1000 x .1 x .5 x 1.2
                        lead("ahead", 50, -3, "A", 50)), // as if it were new: 50 x .3
                NOW);
        assertThat(queue.leads())
                .extracting(QueuedLead::lead, QueuedLead::priority)
                .containsExactly(
                        tuple("fresh", new BigDecimal("180")),
                        tuple("old", new BigDecimal("120")),
                        tuple("unlikely", new BigDecimal("60")),
                        tuple("small", new BigDecimal("30")),
                        tuple("ahead", new BigDecimal("15")));
        assertThat(queue.reasons().get(1).text(Locale.ENGLISH))
                .isEqualTo("fresh: priority 180, of value 1000, chance 0.3 and urgency 0.6.");
    }

    @Test
    void whoMayNotBeContactedOrWhoseValueOrChanceIsUnknownIsPassedOverAndNamed() {
        List<Consent> no = List.of(Consent.withdrawn(NOW.minusSeconds(1)));
        LeadQueue queue = PRIORITIZER.prioritize(
                List.of(
                        lead("no", 100, 0, "A", 50, no),
                        lead("c", 100, 0, "C", 50),
                        lead("nan", Double.NaN, 0, "A", 50),
                        lead("infinite", Double.POSITIVE_INFINITY, 0, "A", 50),
                        lead("negative", -1, 0, "A", 50),
                        lead("yes", 100, 0, "A", 50)),
                NOW);
        assertThat(queue.leads()).extracting(QueuedLead::lead).containsExactly("yes");
        assertThat(queue.passedOver())
                .extracting(PassedOverLead::lead, each -> each.reason().code())
                .containsExactly(
                        tuple("c", "core.scoring.noChance"),
                        tuple("infinite", "core.scoring.noValue"),
                        tuple("nan", "core.scoring.noValue"),
                        tuple("negative", "core.scoring.noValue"),
                        tuple("no", "core.scoring.noConsent"));
        GoldenFile.assertReads(LeadPrioritizerTest.class, "lead-queue-v1.json", queue, LeadQueue.class);
    }

    @Test
    void theOrderInWhichLeadsAreGivenPlaysNoPart() {
        List<ScoredLead<Prospect>> leads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            leads.add(lead("L" + i, 100, i % 3, i % 2 == 0 ? "A" : "B", i % 5));
        }
        LeadQueue queue = PRIORITIZER.prioritize(leads, NOW);
        Collections.shuffle(leads, new Random(7));
        assertThat(PRIORITIZER.prioritize(leads, NOW)).isEqualTo(queue);
        assertThat(queue.leads().get(0).lead()).isEqualTo("L24"); // new, of grade A, 4 points, first by name
    }

    @Test
    void everyProblemIsReported() {
        PriorityPolicy broken = PriorityPolicy.builder()
                .name("broken")
                .value("createdAt")
                .addChances(GradeChance.of("A", "1.5"), GradeChance.of("A", "0.5"))
                .otherwise(new BigDecimal("-1"))
                .addUrgency(
                        Urgency.fresh("budget", Decay.halfLife(Duration.ZERO), "2"),
                        Urgency.waiting("created", Duration.ZERO, "0.5"))
                .contact(new ContactPurpose("phone", "sales", "budget"))
                .build();
        assertThat(catchThrowableOfType(DefinitionException.class, () -> LeadPrioritizer.compile(broken, PROSPECT))
                        .problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/value", "scoring.fieldKind"),
                        tuple("/chances/0/chance", "scoring.factorRange"),
                        tuple("/chances/1/grade", "scoring.duplicateId"),
                        tuple("/otherwise", "scoring.factorRange"),
                        tuple("/urgency/0/since", "scoring.fieldKind"),
                        tuple("/urgency/0/decay/halfLife", "scoring.durationRange"),
                        tuple("/urgency/0/least", "scoring.factorRange"),
                        tuple("/urgency/1/since", "field.unknown"),
                        tuple("/urgency/1/doubling", "scoring.durationRange"),
                        tuple("/urgency/1/most", "scoring.factorRange"),
                        tuple("/contact/consents", "scoring.fieldKind"));
        PriorityPolicy empty = PriorityPolicy.builder().name("empty").build();
        assertThatThrownBy(() -> LeadPrioritizer.compile(empty, PROSPECT)).hasMessageContaining("scoring.noChances");
        FieldSet<Prospect> nameless = FieldSet.of(Prospect.class).build();
        assertThatThrownBy(() -> LeadPrioritizer.compile(POLICY, nameless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fields have no id");
    }

    @Test
    void thePolicyStaysReadable() {
        JsonLine.assertRoundTrip(POLICY, PriorityPolicy.class);
        GoldenFile.assertReads(LeadPrioritizerTest.class, "priority-policy-v1.json", POLICY, PriorityPolicy.class);
    }
}
