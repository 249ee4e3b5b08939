package io.github.saleskit.core.scoring;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.assertj.core.data.Offset;

class LeadScorerPropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Something a lead did: a kind from 0 to 3 and a size. */
    private record Event(int kind, int size, Instant at) {}

    private static final FieldSet<Event> EVENT = FieldSet.of(Event.class)
            .whole("kind", Event::kind)
            .whole("size", Event::size)
            .build();

    private static final FieldSet<Integer> BITS = bits();

    /** A lead is a number; its fields are its eight bits and itself. */
    private static FieldSet<Integer> bits() {
        FieldSet.Builder<Integer> fields = FieldSet.of(Integer.class).id(String::valueOf);
        for (int i = 0; i < 8; i++) {
            int bit = i;
            fields.flag("bit" + bit, lead -> (lead >> bit & 1) == 1);
        }
        return fields.whole("number", Integer::intValue).build();
    }

    private static Points points(Random random, String field) {
        int some = 1 + random.nextInt(40);
        return switch (random.nextInt(4)) {
            case 0 ->
                Points.byRange(
                        field, PointRange.between(3, 9, some), PointRange.below(2, -some), PointRange.from(100, 7));
            case 1 -> Points.perUnit(field, random.nextBoolean() ? "0.125" : "-1.7");
            default -> Points.fixed(random.nextBoolean() ? some : -some);
        };
    }

    private static Optional<Decay> decay(Random random) {
        Duration length = Duration.ofHours(1 + random.nextInt(2_000));
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(Decay.halfLife(length));
            case 1 -> Optional.of(Decay.linear(length));
            case 2 -> Optional.of(Decay.window(length));
            case 3 ->
                Optional.of(Decay.steps(
                        Decay.DecayStep.of(length, "0.5"),
                        Decay.DecayStep.of(length.multipliedBy(2), random.nextBoolean() ? "0.25" : "0")));
            default -> Optional.empty();
        };
    }

    private static ScoringRule rule(Random random, String id) {
        Criterion when = field("bit" + random.nextInt(8)).is(random.nextBoolean());
        if (random.nextBoolean()) {
            return ScoringRule.of(id, when, points(random, "number"));
        }
        ScoringRule rule = ScoringRule.builder()
                .id(id)
                .when(random.nextBoolean() ? Optional.of(when) : Optional.empty())
                .event(field("kind").is(random.nextInt(4)))
                .points(points(random, "size"))
                .decay(decay(random))
                .build();
        return random.nextBoolean()
                ? rule
                : rule.withRepeats(Repeats.diminishing("0.7").andAtMost(1 + random.nextInt(5)));
    }

    static ScoringModel model(Random random) {
        List<RuleGroup> groups = new ArrayList<>();
        for (int g = 0; g < 1 + random.nextInt(3); g++) {
            List<ScoringRule> rules = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(5); r++) {
                ScoringRule rule = rule(random, g + "." + r);
                rules.add(
                        random.nextBoolean() || rule.points() instanceof Points.Fixed
                                ? rule
                                : rule.withFloor(-30).withCap(30));
            }
            Optional<Integer> floor = random.nextBoolean() ? Optional.of(-random.nextInt(50)) : Optional.empty();
            Optional<Integer> cap = random.nextBoolean() ? Optional.of(1 + random.nextInt(50)) : Optional.empty();
            groups.add(new RuleGroup("g" + g, floor, cap, distinct(rules)));
        }
        return ScoringModel.builder().name("random").addAllGroups(groups).build();
    }

    /** Without rules of fixed points that have the condition of another one, which no model may have. */
    private static List<ScoringRule> distinct(List<ScoringRule> rules) {
        List<ScoringRule> distinct = new ArrayList<>();
        for (ScoringRule rule : rules) {
            boolean repeated = distinct.stream()
                    .anyMatch(other -> other.when().equals(rule.when())
                            && other.event().equals(rule.event())
                            && other.points() instanceof Points.Fixed
                            && rule.points() instanceof Points.Fixed);
            if (!repeated) {
                distinct.add(rule);
            }
        }
        return distinct;
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            Instant at =
                    NOW.minusSeconds(random.nextInt(5_000 * 3_600) - 100_000L).plusNanos(i);
            events.add(new Event(random.nextInt(4), random.nextInt(150), at));
        }
        return events;
    }

    private static Engagement<Event> engagement(List<Event> events) {
        return Engagement.of(events, Event::at);
    }

    private static LeadScorer<Integer, Event> scorer(ScoringModel model) {
        return LeadScorer.compile(model, BITS, EVENT);
    }

    /** The score by the definition: no index, no sheet, in floating point with the stated rounding. */
    private static double byHand(ScoringModel model, int lead, List<Event> events, Instant now) {
        List<Event> newestFirst = events.stream()
                .filter(event -> !event.at().isAfter(now))
                .sorted(Comparator.comparing(Event::at).reversed())
                .toList();
        double total = 0;
        for (RuleGroup group : model.groups()) {
            double sum = 0;
            for (ScoringRule rule : group.rules()) {
                sum += ruleByHand(rule, lead, newestFirst, now);
            }
            total += Math.max(
                    group.floor().orElse(-9_999_999), Math.min(group.cap().orElse(9_999_999), sum));
        }
        return Math.rint(total * 1_000) / 1_000;
    }

    private static double ruleByHand(ScoringRule rule, int lead, List<Event> newestFirst, Instant now) {
        if (rule.when().isPresent()) {
            String text = rule.when().get().toString();
            int bit = text.charAt("bit".length()) - '0';
            if (text.endsWith("true") != ((lead >> bit & 1) == 1)) {
                return 0;
            }
        }
        double sum = 0;
        int counted = 0;
        if (rule.event().isEmpty()) {
            sum = pointsByHand(rule.points(), lead);
            counted = Double.isNaN(sum) ? 0 : 1;
        }
        double kind = rule.event()
                .map(event -> event.toString().charAt("kind = ".length()) - '0')
                .orElse(-1);
        for (Event event : newestFirst) {
            double left = leftByHand(rule.decay(), Duration.between(event.at(), now));
            double full = pointsByHand(rule.points(), event.size());
            int most = rule.repeats().flatMap(Repeats::atMost).orElse(99);
            if (event.kind() == kind && left > 0 && !Double.isNaN(full) && counted < most) {
                double weight = Math.pow(rule.repeats().isPresent() ? 0.7 : 1, counted++);
                sum += Math.rint(full * 1_000 * weight * left) / 1_000;
            }
        }
        return counted == 0
                ? 0
                : Math.max(rule.floor().orElse(-9_999_999), Math.min(rule.cap().orElse(9_999_999), sum));
    }

    private static double pointsByHand(Points points, double value) {
        if (points instanceof Points.Fixed fixed) {
            return fixed.points().doubleValue();
        }
        if (points instanceof Points.PerUnit perUnit) {
            return Math.rint(perUnit.perUnit().doubleValue() * value * 1_000) / 1_000;
        }
        List<PointRange> ranges = ((Points.ByRange) points).ranges();
        PointRange range = value < 2 ? ranges.get(1) : value >= 3 && value < 9 ? ranges.get(0) : ranges.get(2);
        return (value >= 2 && value < 3) || (value >= 9 && value < 100)
                ? Double.NaN
                : range.points().doubleValue();
    }

    private static double leftByHand(Optional<Decay> decay, Duration age) {
        double seconds = age.toNanos() / 1e9;
        if (decay.isEmpty()) {
            return 1;
        }
        if (decay.get() instanceof Decay.HalfLife halfLife) {
            return Math.pow(2, -seconds / halfLife.halfLife().toSeconds());
        }
        if (decay.get() instanceof Decay.Linear linear) {
            return Math.max(0, 1 - seconds / linear.until().toSeconds());
        }
        if (decay.get() instanceof Decay.Window window) {
            return seconds < window.length().toSeconds() ? 1 : 0;
        }
        List<Decay.DecayStep> steps = ((Decay.Steps) decay.get()).steps();
        return seconds < steps.get(0).after().toSeconds()
                ? 1
                : seconds < steps.get(1).after().toSeconds()
                        ? 0.5
                        : steps.get(1).factor().doubleValue();
    }

    @Tag("long")
    @Property(tries = 200)
    void manyPrimitiveAndExplainedScoresAreWhatOneGetsByHand(@ForAll long seed) {
        primitiveAndExplainedScoreAreWhatOneGetsByHand(seed);
    }

    @Property(tries = 60)
    void primitiveAndExplainedScoreAreWhatOneGetsByHand(@ForAll long seed) {
        Random random = new Random(seed);
        ScoringModel model = model(random);
        LeadScorer<Integer, Event> scorer = scorer(model);
        List<Event> events = events(random);
        Engagement<Event> engagement = engagement(events);
        for (int lead = 0; lead < 256; lead += 1 + random.nextInt(20)) {
            double byHand = byHand(model, lead, events, NOW);
            LeadScore score = scorer.score(lead, engagement, NOW);
            assertThat(scorer.points(lead, engagement, NOW)).isCloseTo(byHand, Offset.offset(0.0021));
            assertThat(BigDecimal.valueOf(scorer.points(lead, engagement, NOW))).isEqualByComparingTo(score.points());
            assertThat(model.groups().stream()
                            .map(group -> score.pointsOf(group.id()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(score.points());
        }
    }

    @Property(tries = 200)
    void changesAddUpAndDependOnNothingButTheTwoMoments(@ForAll long seed) {
        Random random = new Random(seed);
        LeadScorer<Integer, Event> scorer = scorer(model(random));
        Engagement<Event> engagement = engagement(events(random));
        Instant since = NOW.minusSeconds(random.nextInt(3_000 * 3_600));
        int then = random.nextInt(256);
        int lead = random.nextBoolean() ? then : random.nextInt(256);
        ScoreChange change = scorer.changes(then, lead, engagement, since, NOW);
        assertThat(change.before())
                .isEqualByComparingTo(scorer.score(then, engagement, since).points());
        assertThat(change.after())
                .isEqualByComparingTo(scorer.score(lead, engagement, NOW).points());
        assertThat(change.changes()).allMatch(part -> part.points().signum() != 0);
    }

    @Property(tries = 200)
    void theOrderInWhichEventsAreListedPlaysNoPart(@ForAll long seed) {
        Random random = new Random(seed);
        LeadScorer<Integer, Event> scorer = scorer(model(random));
        List<Event> events = events(random);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        assertThat(scorer.score(85, engagement(shuffled), NOW)).isEqualTo(scorer.score(85, engagement(events), NOW));
    }

    @Property(tries = 200)
    void oneMoreEventOfPositivePointsNeverLowersAScoreAndTimeAloneNeverRaisesIt(@ForAll long seed) {
        Random random = new Random(seed);
        ScoringRule rule = ScoringRule.onEvent("r", field("kind").is(0), 1 + random.nextInt(100))
                .withDecay(decay(random))
                .withRepeats(Repeats.diminishing("0.6"));
        LeadScorer<Integer, Event> scorer = scorer(ScoringModel.builder()
                .name("m")
                .addGroups(RuleGroup.of("g", rule))
                .build());
        List<Event> events = events(random);
        double before = scorer.points(0, engagement(events), NOW);
        events.add(new Event(0, 1, NOW.minusSeconds(random.nextInt(9_000_000))));
        assertThat(scorer.points(0, engagement(events), NOW)).isGreaterThanOrEqualTo(before);
        Engagement<Event> known = engagement(
                events.stream().filter(event -> !event.at().isAfter(NOW)).toList());
        double now = scorer.points(0, known, NOW);
        assertThat(scorer.points(0, known, NOW.plusSeconds(random.nextInt(9_000_000))))
                .isLessThanOrEqualTo(now);
    }
}
