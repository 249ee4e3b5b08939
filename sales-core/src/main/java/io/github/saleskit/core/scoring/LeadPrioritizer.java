package io.github.saleskit.core.scoring;

import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.account.Consents;
import io.github.saleskit.core.account.ContactPermission;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts scored leads in the order in which to work on them, by a {@link PriorityPolicy}.
 *
 * <p>Of equal priorities the lead with more points comes first, then the first id in natural order; the order in which
 * leads are given plays no part. Takes n log n for n leads. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class LeadPrioritizer<T> {

    private static final int PLACES = 6;

    /** Beyond, a decimal is no value of a lead, and would take long to multiply. */
    private static final int MOST_DIGITS = 400;

    private final PriorityPolicy policy;
    private final FieldSet<T> fields;
    private final List<DecayCurve> curves;

    private LeadPrioritizer(PriorityPolicy policy, FieldSet<T> fields) {
        this.policy = policy;
        this.fields = fields;
        this.curves = policy.urgency().stream()
                .map(urgency -> DecayCurve.of(
                        urgency instanceof Urgency.Fresh fresh ? Optional.of(fresh.decay()) : Optional.empty()))
                .toList();
    }

    /**
     * Prepares a policy.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when the fields have no id, by which a queue names leads
     */
    public static <T> LeadPrioritizer<T> compile(PriorityPolicy policy, FieldSet<T> fields) {
        if (!fields.hasId()) {
            throw new IllegalArgumentException(
                    "fields have no id, but a queue names leads by it.\nMaybe FieldSet.of(...).id(...)?");
        }
        Problems problems = new Problems();
        PriorityCheck.check(policy, fields, problems);
        problems.throwIfAny("priority policy \"" + policy.name() + "\"");
        return new LeadPrioritizer<>(policy, fields);
    }

    /** A lead with its place, before the leads are sorted. */
    private record Candidate(QueuedLead lead, BigDecimal points) {}

    /** The leads in the order in which to work on them. */
    public LeadQueue prioritize(Collection<ScoredLead<T>> leads, Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        List<PassedOverLead> passedOver = new ArrayList<>();
        for (ScoredLead<T> lead : leads) {
            String id = fields.id(lead.lead());
            Optional<Reason> obstacle = obstacle(lead, now);
            if (obstacle.isPresent()) {
                passedOver.add(new PassedOverLead(id, obstacle.get()));
            } else {
                candidates.add(new Candidate(queued(id, lead, now), lead.score().points()));
            }
        }
        candidates.sort(Comparator.comparing(
                        (Candidate candidate) -> candidate.lead().priority().negate())
                .thenComparing(candidate -> candidate.points().negate())
                .thenComparing(candidate -> candidate.lead().lead()));
        passedOver.sort(Comparator.comparing(PassedOverLead::lead));
        return new LeadQueue(
                1, policy.name(), now, candidates.stream().map(Candidate::lead).toList(), passedOver);
    }

    private Optional<Reason> obstacle(ScoredLead<T> lead, Instant now) {
        String id = fields.id(lead.lead());
        if (chance(lead.score()).isEmpty()) {
            return Optional.of(Reason.of("core.scoring.noChance", "lead", id));
        }
        if (value(lead.lead()).filter(value -> value.signum() >= 0).isEmpty()) {
            return Optional.of(Reason.of("core.scoring.noValue", "lead", id));
        }
        return policy.contact()
                .map(contact -> permission(contact, lead.lead(), now))
                .filter(permission -> !permission.allowed())
                .map(permission ->
                        Reason.of("core.scoring.noConsent", "lead", id).withDetails(permission.reasons()));
    }

    private ContactPermission permission(ContactPurpose contact, T lead, Instant now) {
        Object words = fields.require(contact.consents()).value(lead);
        List<Consent> consents = words instanceof Collection<?> all
                ? all.stream().map(Consent.class::cast).toList()
                : List.of();
        return new Consents(consents).mayContact(contact.channel(), contact.purpose(), now);
    }

    private QueuedLead queued(String id, ScoredLead<T> lead, Instant now) {
        BigDecimal value = value(lead.lead()).orElseThrow();
        BigDecimal chance = chance(lead.score()).orElseThrow();
        BigDecimal urgency = urgency(lead.lead(), now);
        BigDecimal priority = value.multiply(chance).multiply(urgency).setScale(PLACES, RoundingMode.HALF_EVEN);
        return new QueuedLead(id, priority, value, chance, urgency);
    }

    private Optional<BigDecimal> chance(LeadScore score) {
        return policy.chances().stream()
                .filter(chance -> score.grade().equals(Optional.of(chance.grade())))
                .map(GradeChance::chance)
                .findFirst()
                .or(policy::otherwise);
    }

    /** What the lead may bring; empty where that is not known, not finite or of more than 400 digits. */
    private Optional<BigDecimal> value(T lead) {
        if (policy.value().isEmpty()) {
            return Optional.of(BigDecimal.ONE);
        }
        Field<T> field = fields.require(policy.value().get());
        Object value = field.value(lead);
        if (value instanceof BigDecimal decimal) {
            boolean sensible = Math.abs((long) decimal.scale()) <= MOST_DIGITS && decimal.precision() <= MOST_DIGITS;
            return sensible ? Optional.of(decimal) : Optional.empty();
        }
        double number = field.number(lead);
        return Double.isFinite(number) && value != null
                ? Optional.of(new BigDecimal(value.toString()))
                : Optional.empty();
    }

    private BigDecimal urgency(T lead, Instant now) {
        BigDecimal product = BigDecimal.ONE;
        for (int i = 0; i < curves.size(); i++) {
            Urgency urgency = policy.urgency().get(i);
            if (fields.require(urgency.since()).value(lead) instanceof Instant since) {
                double factor = factor(urgency, curves.get(i), Math.max(0, Engagement.age(since, now)));
                product = product.multiply(BigDecimal.valueOf(factor).setScale(PLACES, RoundingMode.HALF_EVEN));
            }
        }
        return product;
    }

    private static double factor(Urgency urgency, DecayCurve curve, long age) {
        if (urgency instanceof Urgency.Waiting waiting) {
            return Math.min(
                    waiting.most().doubleValue(),
                    1 + age / (double) waiting.doubling().toNanos());
        }
        double left = age >= curve.end ? 0 : curve.left(age);
        return Math.max(((Urgency.Fresh) urgency).least().doubleValue(), left);
    }
}
