package io.github.saleskit.core.opportunity;

import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.lead.LeadHistory;
import io.github.saleskit.core.lead.LeadLifecycle;
import io.github.saleskit.core.lead.StatusDecision;
import io.github.saleskit.core.lead.StatusRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts leads of the host's own type to an account, a contact and an opportunity in one step that has no effects.
 *
 * <pre>{@code
 * LeadConversion<Lead> conversion =
 *         LeadConversion.compile(ConversionPlan.standard("discovery"), lifecycle, process, Lead.FIELDS);
 * Conversion done = conversion.convert(history, lead, request, now);
 * done.converted();    // or done.obstacles() names everything that is in the way
 * done.fields();       // what was carried over, what was not overwritten, what stays with the lead
 * }</pre>
 *
 * <p>What is attached to keeps its values and gains those it lacks; consents are added to those it has. No value of the
 * lead is lost without being named. Linear in the number of fields. Immutable, and thread-safe where the host's
 * accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class LeadConversion<T> {

    private final ConversionPlan plan;
    private final LeadLifecycle<T> lifecycle;
    private final FieldSet<T> fields;
    private final Map<String, List<String>> places;

    private LeadConversion(
            ConversionPlan plan, LeadLifecycle<T> lifecycle, FieldSet<T> fields, Map<String, List<String>> places) {
        this.plan = plan;
        this.lifecycle = lifecycle;
        this.fields = fields;
        this.places = places;
    }

    /**
     * Prepares a plan.
     *
     * @param lifecycle decides whether a lead may enter the status of the plan
     * @param process has the stage in which opportunities begin
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the plan
     */
    public static <T> LeadConversion<T> compile(
            ConversionPlan plan, LeadLifecycle<T> lifecycle, SalesProcess process, FieldSet<T> fields) {
        Problems problems = new Problems();
        Map<String, List<String>> places = ConversionCheck.check(plan, lifecycle.process(), process, fields, problems);
        problems.throwIfAny("conversion plan \"" + plan.name() + "\"");
        return new LeadConversion<>(plan, lifecycle, fields, places);
    }

    /**
     * Converts a lead, if nothing is in the way: the status may be entered, account and contact have an id and a name,
     * and an existing contact does not belong to another account.
     */
    public Conversion convert(LeadHistory history, T lead, ConversionRequest request, Instant now) {
        StatusRequest toStatus = StatusRequest.to(plan.status()).withBy(request.by());
        StatusDecision status = lifecycle.decide(history, lead, toStatus, now);
        List<Reason> obstacles = new ArrayList<>(status.moved() ? List.of() : status.reasons());
        ConversionDraft draft = new ConversionDraft(request);
        List<ConvertedField> carried = carry(lead, draft, request);
        demand(request, draft, obstacles);
        return obstacles.isEmpty()
                ? converted(lead, draft, carried, request, status.next(), now)
                : refused(lead, history, obstacles);
    }

    private Conversion converted(
            T lead,
            ConversionDraft draft,
            List<ConvertedField> carried,
            ConversionRequest request,
            LeadHistory next,
            Instant now) {
        try {
            return started(lead)
                    .account(draft.account())
                    .contact(draft.contact())
                    .opportunity(request.opportunityId().map(id -> draft.opportunity(plan.stage(), now)))
                    .addAllFields(carried)
                    .next(next)
                    .build();
        } catch (IllegalArgumentException
                | ArithmeticException e) { // a value the host's field may have, but ours may not
            Reason reason = Reason.of("core.opportunity.valueInvalid", "problem", String.valueOf(e.getMessage()));
            LeadHistory before =
                    new LeadHistory(next.entries().subList(0, next.entries().size() - 1));
            return refused(lead, before, List.of(reason));
        }
    }

    private Conversion refused(T lead, LeadHistory history, List<Reason> obstacles) {
        return started(lead).next(history).addAllObstacles(obstacles).build();
    }

    private Conversion.Builder started(T lead) {
        Conversion.Builder builder = Conversion.builder();
        builder.plan(plan.name()).lead(fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty());
        return builder;
    }

    private List<ConvertedField> carry(T lead, ConversionDraft draft, ConversionRequest request) {
        List<ConvertedField> carried = new ArrayList<>();
        for (Field<T> field : fields.fields()) {
            if (field.present(lead)) {
                carry(field, lead, draft, request, carried);
            }
        }
        return carried;
    }

    private void carry(
            Field<T> field, T lead, ConversionDraft draft, ConversionRequest request, List<ConvertedField> carried) {
        Object value = field.value(lead);
        String text = text(field, value);
        List<String> open = places.getOrDefault(field.name(), List.of()).stream()
                .filter(place -> request.opportunityId().isPresent() || !place.startsWith("opportunity."))
                .toList();
        for (String place : open) {
            boolean there = value != null && draft.put(place, value);
            ConvertedField.Fate fate = there ? ConvertedField.Fate.CARRIED : ConvertedField.Fate.NOT_OVERWRITTEN;
            carried.add(new ConvertedField(fate, field.name(), Optional.of(place), text));
        }
        if (open.isEmpty()) {
            carried.add(new ConvertedField(ConvertedField.Fate.LEFT, field.name(), Optional.empty(), text));
        }
    }

    /** Sets in natural order; of nested elements how many there are. */
    private static String text(Field<?> field, @Nullable Object value) {
        if (field.kind() == FieldKind.EACH && value instanceof Collection<?> elements) {
            return String.valueOf(elements.size());
        }
        return value instanceof Collection<?> set
                ? set.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static void demand(ConversionRequest request, ConversionDraft draft, List<Reason> obstacles) {
        if (request.account().isPresent() && request.accountId().isPresent()) {
            obstacles.add(Reason.of("core.opportunity.newAndExisting", "what", "account"));
        }
        if (request.contact().isPresent() && request.contactId().isPresent()) {
            obstacles.add(Reason.of("core.opportunity.newAndExisting", "what", "contact"));
        }
        for (String place : List.of("account.id", "account.name", "contact.id", "contact.name")) {
            if (!draft.has(place)) {
                obstacles.add(Reason.of("core.opportunity.missing", "place", place));
            }
        }
        Optional<String> other =
                request.contact().flatMap(Contact::account).filter(account -> !account.equals(accountId(request)));
        other.ifPresent(account -> obstacles.add(Reason.of("core.opportunity.contactElsewhere", "account", account)));
    }

    private static String accountId(ConversionRequest request) {
        return request.account().map(Account::id).or(request::accountId).orElse("");
    }
}
