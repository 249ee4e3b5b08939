package io.github.saleskit.examples.benchmarks;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.scoring.Decay;
import io.github.saleskit.core.scoring.Engagement;
import io.github.saleskit.core.scoring.Grade;
import io.github.saleskit.core.scoring.LeadScore;
import io.github.saleskit.core.scoring.LeadScorer;
import io.github.saleskit.core.scoring.Repeats;
import io.github.saleskit.core.scoring.RuleGroup;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.scoring.ScoringRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One lead scored by twelve rules, eight about the lead and four about its events with decay and diminishing returns:
 * the points alone, the explained score, and the same rules written by hand in Java. That both give the same points is
 * checked before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {

    private static final int LEADS = 100;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> INDUSTRIES = List.of("Software", "Finance", "Retail", "Energy", "Food", "Media");
    private static final List<String> KINDS = List.of("visit", "download", "webinar", "demo", "other");
    private static final int[] POINTS = {2, 5, 10, 30};
    private static final long[] HALF_LIFE_DAYS = {14, 30, 60, 90};

    /** What the rules look at. */
    record Lead(String industry, String country, long employees, boolean optedOut, List<Event> events) {}

    /** What a lead did. */
    record Event(String kind, Instant at) {}

    private static final FieldSet<Lead> FIELDS = FieldSet.of(Lead.class)
            .text("industry", Lead::industry)
            .text("country", Lead::country)
            .whole("employees", Lead::employees)
            .flag("optedOut", Lead::optedOut)
            .build();
    private static final FieldSet<Event> EVENTS =
            FieldSet.of(Event.class).text("kind", Event::kind).build();

    /** How many events a lead has. */
    @Param({"0", "10", "1000"})
    public int events;

    private final List<Lead> leads = new ArrayList<>();
    private final List<Engagement<Event>> engagements = new ArrayList<>();
    private LeadScorer<Lead, Event> scorer;

    @Setup
    public void setUp() {
        Random random = new Random(7);
        for (int i = 0; i < LEADS; i++) {
            Lead lead = lead(random);
            leads.add(lead);
            engagements.add(Engagement.of(lead.events(), Event::at));
        }
        scorer = LeadScorer.compile(model(), FIELDS, EVENTS);
        for (int i = 0; i < LEADS; i++) {
            double points = scorer.points(leads.get(i), engagements.get(i), NOW);
            if (Math.abs(points - byHand(leads.get(i))) > 0.001) {
                throw new IllegalStateException("two scores of one lead: " + points + ", " + byHand(leads.get(i)));
            }
        }
    }

    private Lead lead(Random random) {
        List<Event> own = new ArrayList<>();
        for (int e = events; e > 0; e--) {
            own.add(new Event(KINDS.get(random.nextInt(KINDS.size())), NOW.minusSeconds(e * 7_200L)));
        }
        return new Lead(
                INDUSTRIES.get(random.nextInt(INDUSTRIES.size())),
                random.nextBoolean() ? "JP" : "DE",
                random.nextInt(2_000),
                random.nextInt(10) == 0,
                own);
    }

    private static ScoringModel model() {
        List<ScoringRule> engagement = new ArrayList<>();
        for (int k = 0; k < POINTS.length; k++) {
            engagement.add(ScoringRule.onEvent(KINDS.get(k), field("kind").is(KINDS.get(k)), POINTS[k])
                    .withRepeats(Repeats.diminishing("0.5"))
                    .withDecay(Decay.halfLife(Duration.ofDays(HALF_LIFE_DAYS[k]))));
        }
        return ScoringModel.builder()
                .name("inbound")
                .addGroups(
                        RuleGroup.of(
                                        "fit",
                                        ScoringRule.of(
                                                "software", field("industry").is("Software"), 20),
                                        ScoringRule.of(
                                                "finance", field("industry").is("Finance"), 15),
                                        ScoringRule.of(
                                                "goods", field("industry").in("Retail", "Food"), 5),
                                        ScoringRule.of("big", field("employees").atLeast(200), 15),
                                        ScoringRule.of(
                                                "bigger", field("employees").atLeast(1_000), 10),
                                        ScoringRule.of(
                                                "tiny", field("employees").lessThan(10), -10),
                                        ScoringRule.of("Japan", field("country").is("JP"), 5),
                                        ScoringRule.of(
                                                "opted out", field("optedOut").is(true), -50))
                                .withCap(40),
                        new RuleGroup("engagement", Optional.empty(), Optional.of(60), engagement))
                .addGrades(Grade.of("A", 60), Grade.of("B", 30), Grade.of("C", -60))
                .build();
    }

    private static double byHand(Lead lead) {
        int fit = 0;
        if (lead.industry().equals("Software")) {
            fit += 20;
        }
        if (lead.industry().equals("Finance")) {
            fit += 15;
        }
        if (lead.industry().equals("Retail") || lead.industry().equals("Food")) {
            fit += 5;
        }
        fit += lead.employees() >= 200 ? 15 : 0;
        fit += lead.employees() >= 1_000 ? 10 : 0;
        fit -= lead.employees() < 10 ? 10 : 0;
        fit += lead.country().equals("JP") ? 5 : 0;
        fit -= lead.optedOut() ? 50 : 0;
        double engagement = 0;
        for (int k = 0; k < POINTS.length; k++) {
            double weight = 1;
            for (int e = lead.events().size() - 1; e >= 0; e--) {
                Event event = lead.events().get(e);
                if (event.kind().equals(KINDS.get(k))) {
                    double days = Duration.between(event.at(), NOW).toSeconds() / 86_400.0;
                    double points = POINTS[k] * weight * Math.pow(2, -days / HALF_LIFE_DAYS[k]);
                    engagement += Math.rint(points * 1_000) / 1_000;
                    weight *= 0.5;
                }
            }
        }
        return Math.min(40, fit) + Math.min(60, engagement);
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public double points() {
        double sum = 0;
        for (int i = 0; i < LEADS; i++) {
            sum += scorer.points(leads.get(i), engagements.get(i), NOW);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public int explained() {
        int contributions = 0;
        for (int i = 0; i < LEADS; i++) {
            LeadScore score = scorer.score(leads.get(i), engagements.get(i), NOW);
            contributions += score.contributions().size();
        }
        return contributions;
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public double byHand() {
        double sum = 0;
        for (int i = 0; i < LEADS; i++) {
            sum += byHand(leads.get(i));
        }
        return sum;
    }
}
