package io.github.saleskit.core.assignment;

import io.github.saleskit.core.assignment.Rejections.Rejection;
import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Explanation;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.criteria.Joined;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.team.SkillLevel;
import io.github.saleskit.core.team.WorkStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pool of a policy, with its conditions prepared: says who may take a lead, and why others may not. */
final class PoolEngine<L, R> {

    private final AssignmentPool pool;
    private final Condition<L> leads;
    private final Condition<Joined<L, R>> eligible;
    private final PolicyFields<L, R> fields;
    private final List<Pair<L, R>> matches;
    private final List<Pair<L, R>> conflicts;
    private final List<Field<L>> sticky;
    private final List<Field<L>> remember;
    private final PoolHours hours;

    private record Pair<L, R>(Field<L> lead, Field<R> rep) {}

    PoolEngine(
            AssignmentPool pool,
            FieldSet<L> leads,
            FieldSet<R> reps,
            FieldSet<Joined<L, R>> both,
            PolicyFields<L, R> fields,
            PoolHours hours,
            Problems at) {
        this.pool = pool;
        this.fields = fields;
        this.hours = hours;
        hours.check(pool, at);
        this.leads = condition(pool.leads(), leads, at.at("leads"));
        this.eligible = condition(pool.eligible(), both, at.at("eligible"));
        this.matches = pairs(pool.matches(), leads, reps, at.at("matches"));
        this.conflicts = pairs(pool.conflicts(), leads, reps, at.at("conflicts"));
        this.sticky = new ArrayList<>();
        for (int i = 0; i < pool.sticky().size(); i++) {
            PolicyFields.find(Optional.of(pool.sticky().get(i)), leads, at.at("sticky", i), FieldKind.TEXT)
                    .ifPresent(sticky::add);
        }
        this.remember = new ArrayList<>();
        for (int i = 0; i < pool.remember().size(); i++) {
            Optional<String> name = Optional.of(pool.remember().get(i));
            PolicyFields.find(name, leads, at.at("remember", i), FieldKind.TEXT, FieldKind.SET)
                    .ifPresent(remember::add);
        }
    }

    private PoolEngine(PoolEngine<L, R> other, ZoneId zone) {
        pool = other.pool;
        fields = other.fields;
        leads = other.leads.inZone(zone);
        eligible = other.eligible.inZone(zone);
        matches = other.matches;
        conflicts = other.conflicts;
        sticky = other.sticky;
        remember = other.remember;
        hours = other.hours;
    }

    static <T> Condition<T> condition(Optional<Criterion> when, FieldSet<T> fields, Problems at) {
        return Condition.compileWithoutParameters(when.orElse(Criterion.all()), fields, at);
    }

    private static <L, R> List<Pair<L, R>> pairs(
            List<FieldMatch> all, FieldSet<L> leads, FieldSet<R> reps, Problems at) {
        List<Pair<L, R>> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<Field<L>> lead = PolicyFields.find(
                    Optional.of(all.get(i).lead()), leads, at.at(i, "lead"), FieldKind.TEXT, FieldKind.SET);
            Optional<Field<R>> rep = PolicyFields.find(
                    Optional.of(all.get(i).rep()), reps, at.at(i, "rep"), FieldKind.TEXT, FieldKind.SET);
            if (lead.isPresent() && rep.isPresent()) {
                pairs.add(new Pair<>(lead.get(), rep.get()));
            }
        }
        return pairs;
    }

    PoolEngine<L, R> inZone(ZoneId zone) {
        return new PoolEngine<>(this, zone);
    }

    AssignmentPool pool() {
        return pool;
    }

    String id() {
        return pool.id();
    }

    boolean takes(L lead, Instant now) {
        return leads.matches(lead, now);
    }

    Explanation explain(L lead, R rep, Instant now) {
        return eligible.explain(new Joined<>(lead, rep), now);
    }

    /** The reps whom the lead names to stay with, in order. */
    List<String> stickyReps(L lead) {
        List<String> ids = new ArrayList<>();
        for (Field<L> field : sticky) {
            ids.addAll(PolicyFields.texts(field.value(lead)));
        }
        return ids;
    }

    /**
     * The reps who were last given leads of the same company, or whatever else is remembered: field by field, who was
     * given one last comes first, whatever the order of a set is.
     */
    List<String> rememberedReps(AssignmentState state, L lead, Instant now) {
        Instant notBefore = notBefore(now);
        List<String> ids = new ArrayList<>();
        for (Field<L> field : remember) {
            PolicyFields.texts(field.value(lead)).stream()
                    .sorted()
                    .flatMap(value -> state.remembered(field.name(), value, notBefore).stream())
                    .sorted(Comparator.comparing(RememberedRep::at).reversed())
                    .forEach(each -> ids.add(each.rep()));
        }
        return ids;
    }

    private Instant notBefore(Instant now) {
        try {
            return pool.rememberFor().map(now::minus).orElse(Instant.MIN);
        } catch (DateTimeException | ArithmeticException beforeAllInstants) {
            return Instant.MIN;
        }
    }

    AssignmentState withRemembered(AssignmentState state, L lead, String rep, Instant now) {
        AssignmentState next = state;
        for (Field<L> field : remember) {
            next = next.withRemembered(field.name(), PolicyFields.texts(field.value(lead)), rep, now);
        }
        return next;
    }

    /** The state in which a rep who gave a lead back is not remembered for it. */
    AssignmentState withoutRemembered(AssignmentState state, L lead, RememberedRep rep) {
        AssignmentState next = state;
        for (Field<L> field : remember) {
            next = next.withoutRemembered(field.name(), PolicyFields.texts(field.value(lead)), rep);
        }
        return next;
    }

    /** When the time to respond is over for a lead that is given or opened now. */
    Optional<Instant> deadline(Instant now) {
        return hours.deadline(pool, now);
    }

    /** Why a rep who may take a lead may not claim it, or null. */
    @Nullable
    Rejection overLimit(AssignmentState state, int units, String id) {
        long open = (long) state.openOf(id) + units;
        return pool.claimLimit().filter(limit -> open > limit).isEmpty()
                ? null
                : reject(
                        id,
                        "core.assignment.claimLimitReached",
                        "open",
                        state.openOf(id),
                        "limit",
                        pool.claimLimit().get());
    }

    List<SkillLevel> requiredSkills(L lead) {
        List<SkillLevel> all = new ArrayList<>(pool.skills());
        all.addAll(fields.required(lead));
        return all;
    }

    /** Why a rep may not take a lead, their working time aside; null when they may. */
    @Nullable
    Rejection obstacle(
            AssignmentState state,
            L lead,
            String leadId,
            int units,
            List<SkillLevel> required,
            String id,
            R rep,
            Instant now,
            ZoneId zone) {
        long weight = fields.weight(rep);
        if (weight < 1 || weight > RotationGroup.HEAVIEST) {
            return reject(id, "core.assignment.weightUnusable", "weight", weight, "heaviest", RotationGroup.HEAVIEST);
        }
        if (state.declinedBy(leadId).contains(id)) {
            return reject(id, "core.assignment.declined");
        }
        SkillLevel lacking = fields.lacking(rep, required);
        if (lacking != null) {
            return reject(id, "core.assignment.skillLacking", "skill", lacking);
        }
        for (Pair<L, R> pair : matches) {
            Collection<String> asked = PolicyFields.texts(pair.lead().value(lead));
            if (!asked.isEmpty() && !PolicyFields.texts(pair.rep().value(rep)).containsAll(asked)) {
                return reject(
                        id, "core.assignment.noMatch", "field", pair.rep().name(), "value", String.join(", ", asked));
            }
        }
        for (Pair<L, R> pair : conflicts) {
            Collection<String> refused = PolicyFields.texts(pair.rep().value(rep));
            for (String value : PolicyFields.texts(pair.lead().value(lead))) {
                if (refused.contains(value)) {
                    return reject(
                            id, "core.assignment.conflict", "field", pair.rep().name(), "value", value);
                }
            }
        }
        if (!eligible.matches(new Joined<>(lead, rep), now)) {
            return reject(id, "core.assignment.notEligible");
        }
        return limit(state, units, id, rep, now, zone);
    }

    private @Nullable Rejection limit(AssignmentState state, int units, String id, R rep, Instant now, ZoneId zone) {
        long capacity = fields.capacity(rep);
        int open = state.openOf(id);
        if ((long) open + units > capacity) {
            return reject(id, "core.assignment.full", "open", open, "capacity", capacity);
        }
        RateCount count = state.given().get(id);
        if (count == null || !fields.countsRates()) {
            long least = Math.min(fields.dailyLimit(rep), fields.weeklyLimit(rep));
            return least > 0 ? null : reject(id, "core.assignment.rateReached", "given", 0, "limit", least);
        }
        LocalDate today = fields.day(rep, now, zone);
        if (count.on(today) >= fields.dailyLimit(rep)) {
            return reject(id, "core.assignment.rateReached", "given", count.on(today), "limit", fields.dailyLimit(rep));
        }
        if (count.inWeekOf(today) >= fields.weeklyLimit(rep)) {
            return reject(
                    id,
                    "core.assignment.rateReached",
                    "given",
                    count.inWeekOf(today),
                    "limit",
                    fields.weeklyLimit(rep));
        }
        return null;
    }

    /** Why a rep may not be given a lead at this time; null when they may. */
    @Nullable
    Rejection untimely(String id, WorkStatus status) {
        TimeRule rule = pool.time().orElse(TimeRule.ANY_TIME);
        if (status == WorkStatus.WORKING || rule == TimeRule.ANY_TIME) {
            return null;
        }
        if (status == WorkStatus.ABSENT) {
            return reject(id, "core.assignment.absent");
        }
        return rule == TimeRule.WORKING ? reject(id, "core.assignment.notAtWork") : null;
    }

    Rejection reject(String id, String code, Object... details) {
        return new Rejection(id, pool.id(), code, details);
    }
}
