package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a model, prepared: one index for all conditions on the lead and one for all conditions on an event, so
 * that each field is read once and each condition asked at most once.
 */
final class CompiledRules<T, E> {

    private static final Criterion ANY = new Criterion.All(List.of());

    /** By position in the model. */
    final List<ScoringRule> rules = new ArrayList<>();

    /** By rule: position of its group. */
    final int[] groupOf;

    private final List<Condition<T>> leadConditions;
    private final List<Condition<E>> eventConditions;
    private final CriteriaIndex<T> leadIndex;
    private final CriteriaIndex<E> eventIndex;

    /** By rule: how a rule about the lead itself reads its points; null for rules about events. */
    private final @Nullable PointsReader<T>[] leadPoints;

    private final EventRule<E>[] eventRules;

    /** The age from which on no event counts for any rule. */
    private final long end;

    private final long[] floors;
    private final long[] caps;
    private final long[] groupFloors;
    private final long[] groupCaps;

    /** A sheet that nobody uses at the moment. */
    private final AtomicReference<@Nullable ScoreSheet> spare = new AtomicReference<>();

    private CompiledRules(
            ScoringModel model,
            List<Condition<T>> leadConditions,
            List<Condition<E>> eventConditions,
            @Nullable PointsReader<T>[] leadPoints,
            EventRule<E>[] eventRules) {
        model.groups().forEach(group -> rules.addAll(group.rules()));
        this.leadConditions = leadConditions;
        this.eventConditions = eventConditions;
        this.leadIndex = CriteriaIndex.of(leadConditions);
        this.eventIndex = CriteriaIndex.of(eventConditions);
        this.leadPoints = leadPoints;
        this.eventRules = eventRules;
        end = Arrays.stream(eventRules).mapToLong(rule -> rule.decay.end).max().orElse(0);
        groupOf = groupOf(model.groups());
        floors = rules.stream().mapToLong(rule -> floor(rule.floor())).toArray();
        caps = rules.stream().mapToLong(rule -> cap(rule.cap())).toArray();
        groupFloors = model.groups().stream()
                .mapToLong(group -> group.floor().map(Thousandths::of).orElse(Long.MIN_VALUE))
                .toArray();
        groupCaps = model.groups().stream()
                .mapToLong(group -> group.cap().map(Thousandths::of).orElse(Long.MAX_VALUE))
                .toArray();
    }

    private static int[] groupOf(List<RuleGroup> groups) {
        List<Integer> positions = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int r = 0; r < groups.get(g).rules().size(); r++) {
                positions.add(g);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long floor(Optional<Integer> floor) {
        return floor.map(Thousandths::of).orElse(-Thousandths.MOST);
    }

    private static long cap(Optional<Integer> cap) {
        return cap.map(Thousandths::of).orElse(Thousandths.MOST);
    }

    /** Compiles the rules; problems are reported, and then the result is not to be used. */
    static <T, E> CompiledRules<T, E> compile(
            ScoringModel model, FieldSet<T> fields, @Nullable FieldSet<E> eventFields, Problems problems) {
        List<Condition<T>> leadConditions = new ArrayList<>();
        List<Condition<E>> eventConditions = new ArrayList<>();
        List<@Nullable PointsReader<T>> leadPoints = new ArrayList<>();
        List<EventRule<E>> eventRules = new ArrayList<>();
        for (int g = 0; g < model.groups().size(); g++) {
            List<ScoringRule> rules = model.groups().get(g).rules();
            for (int r = 0; r < rules.size(); r++) {
                ScoringRule rule = rules.get(r);
                Problems at = problems.at("groups", g, "rules", r);
                leadConditions.add(
                        Condition.compileWithoutParameters(rule.when().orElse(ANY), fields, at.at("when")));
                if (rule.event().isEmpty()) {
                    leadPoints.add(PointsReader.compile(rule.points(), fields, at.at("points")));
                } else if (eventFields == null) {
                    noEvents(rule, at);
                    leadPoints.add(null);
                } else {
                    leadPoints.add(null);
                    eventConditions.add(
                            Condition.compileWithoutParameters(rule.event().get(), eventFields, at.at("event")));
                    eventRules.add(new EventRule<>(
                            leadPoints.size() - 1,
                            rule,
                            PointsReader.compile(rule.points(), eventFields, at.at("points"))));
                }
            }
        }
        if (!problems.isEmpty()) { // parameters without a value must not reach the index
            leadConditions.clear();
            eventConditions.clear();
        }
        return new CompiledRules<>(
                model, leadConditions, eventConditions, leadPoints.toArray(readers()), eventRules.toArray(rules()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> @Nullable PointsReader<T>[] readers() {
        return new PointsReader[0];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E> EventRule<E>[] rules() {
        return new EventRule[0];
    }

    private static void noEvents(ScoringRule rule, Problems at) {
        at.at("event")
                .report(
                        "scoring.noEventFields",
                        rule.id(),
                        "the rule is about events, but the scorer was given no fields of events",
                        "Maybe LeadScorer.compile(model, fields, eventFields)?");
    }

    CompiledRules<T, E> inZone(ScoringModel model, ZoneId zone) {
        return new CompiledRules<>(
                model,
                leadConditions.stream().map(condition -> condition.inZone(zone)).toList(),
                eventConditions.stream()
                        .map(condition -> condition.inZone(zone))
                        .toList(),
                leadPoints,
                eventRules);
    }

    /** A sheet for one scoring; to be given back. */
    ScoreSheet take() {
        ScoreSheet sheet = spare.getAndSet(null);
        return sheet != null
                ? sheet
                : new ScoreSheet(leadIndex.newMatches(), eventIndex.newMatches(), rules.size(), groupFloors.length);
    }

    void giveBack(ScoreSheet sheet) {
        spare.set(sheet);
    }

    /** Fills the sheet with the score of a lead. */
    void fill(ScoreSheet sheet, T lead, Engagement<E> engagement, Instant now) {
        fill(sheet, lead, engagement, now, now, now);
    }

    /**
     * Fills the sheet with the score of a lead at an instant, by the events up to another one, of which only those
     * count that still count at a third.
     */
    void fill(ScoreSheet sheet, T lead, Engagement<E> engagement, Instant now, Instant known, Instant alive) {
        sheet.clear();
        leadIndex.find(lead, now, sheet.lead);
        for (int rule = sheet.lead.next(0); rule >= 0; rule = sheet.lead.next(rule + 1)) {
            PointsReader<T> reader = leadPoints[rule];
            if (reader != null) {
                readLead(sheet, rule, reader.read(lead));
            }
        }
        if (eventRules.length > 0) {
            countEvents(sheet, engagement, now, known, alive);
        }
        limit(sheet);
    }

    private static void readLead(ScoreSheet sheet, int rule, long points) {
        if (PointsReader.given(points)) {
            sheet.raw[rule] = points;
            sheet.counted[rule] = 1;
        } else if (points == PointsReader.NOT_FINITE) {
            sheet.notFinite[rule] = 1;
        }
    }

    private void countEvents(ScoreSheet sheet, Engagement<E> engagement, Instant now, Instant known, Instant alive) {
        for (int i = engagement.events().size() - 1; i >= 0; i--) {
            long age = engagement.age(i, now);
            if (engagement.age(i, known) < 0) {
                sheet.future++;
            } else if (age >= end) {
                return; // older ones do not count either
            } else {
                E event = engagement.event(i);
                long ageThen = engagement.age(i, alive);
                eventIndex.find(event, now, sheet.event);
                for (int k = sheet.event.next(0); k >= 0; k = sheet.event.next(k + 1)) {
                    EventRule<E> rule = eventRules[k];
                    if (sheet.lead.contains(rule.rule) && ageThen < rule.decay.end) {
                        rule.count(event, age, i, sheet);
                    }
                }
            }
        }
    }

    private void limit(ScoreSheet sheet) {
        Arrays.fill(sheet.groupRaw, 0);
        for (int rule = 0; rule < floors.length; rule++) {
            long raw = sheet.raw[rule];
            sheet.limited[rule] = sheet.counted[rule] == 0 ? 0 : Math.max(floors[rule], Math.min(caps[rule], raw));
            sheet.groupRaw[groupOf[rule]] += sheet.limited[rule];
        }
        long total = 0;
        for (int group = 0; group < groupFloors.length; group++) {
            long points = Math.max(groupFloors[group], Math.min(groupCaps[group], sheet.groupRaw[group]));
            sheet.groupLimited[group] = points;
            total += points;
        }
        sheet.total = total;
    }
}
