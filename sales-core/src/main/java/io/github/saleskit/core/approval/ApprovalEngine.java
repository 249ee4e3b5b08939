package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Asks for approvals and counts votes.
 *
 * <pre>{@code
 * ApprovalEngine<Deal> engine = ApprovalEngine.compile(policy, DEAL);
 * ApprovalState state = engine.request(deal, ApprovalState.empty(), "ann", today);
 * state = engine.vote(state, "cfo", ApprovalVote.APPROVE, "fine by me", attendance, today);
 * state = engine.request(changedDeal, state, "ann", today);     // asks only about what got worse
 * }</pre>
 *
 * <p>Immutable and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type
 */
public final class ApprovalEngine<T> {

    private final Map<String, Compiled<T>> rules = new LinkedHashMap<>();

    private record Compiled<T>(ApprovalRule rule, Condition<T> when, Optional<Field<T>> measure) {}

    private ApprovalEngine(ApprovalPolicy policy, FieldSet<T> fields, Problems problems) {
        for (int i = 0; i < policy.rules().size(); i++) {
            ApprovalRule rule = policy.rules().get(i);
            Problems here = problems.at("rules", i);
            Condition<T> when = Condition.compileWithoutParameters(rule.when(), fields, here.at("when"));
            if (rules.putIfAbsent(rule.id(), new Compiled<>(rule, when, measure(rule, fields, here))) != null) {
                here.at("id").report("id.duplicate", rule.id(), "there is another rule with this id before");
            }
            checkSteps(rule.steps(), here);
        }
    }

    /**
     * Checks a policy.
     *
     * @throws DefinitionException with every problem
     */
    public static <T> ApprovalEngine<T> compile(ApprovalPolicy policy, FieldSet<T> fields) {
        Problems problems = new Problems();
        ApprovalEngine<T> engine = new ApprovalEngine<>(policy, fields, problems);
        problems.throwIfAny("approval policy");
        return engine;
    }

    private static <T> Optional<Field<T>> measure(ApprovalRule rule, FieldSet<T> fields, Problems here) {
        Optional<Field<T>> field = rule.measure().flatMap(fields::field);
        if (rule.measure().isPresent() && field.filter(ApprovalEngine::isNumber).isEmpty()) {
            here.at("measure")
                    .report("measure.unknown", rule.measure().get(), "there is no number or amount of this name");
        }
        return field;
    }

    private static boolean isNumber(Field<?> field) {
        return switch (field.kind()) {
            case WHOLE, NUMBER, DECIMAL, MONEY -> true;
            default -> false;
        };
    }

    private static void checkSteps(List<ApprovalStep> steps, Problems here) {
        if (steps.isEmpty()) {
            here.at("steps").report("steps.none", null, "somebody must be asked");
        }
        for (int i = 0; i < steps.size(); i++) {
            ApprovalStep step = steps.get(i);
            Set<String> approvers = new HashSet<>(step.approvers());
            if (approvers.size() < step.approvers().size()) {
                here.at("steps", i, "approvers").report("approver.duplicate", null, "somebody is named twice");
            }
            checkDeputies(step, here.at("steps", i, "deputies"));
            if (step.quorum() < 1 || step.quorum() > approvers.size()) {
                here.at("steps", i, "quorum")
                        .report(
                                "quorum.range",
                                "" + step.quorum(),
                                "the quorum must be from 1 to the number of approvers, " + approvers.size());
            }
        }
    }

    private static void checkDeputies(ApprovalStep step, Problems here) {
        Set<String> people = new HashSet<>(step.approvers());
        for (int i = 0; i < step.deputies().size(); i++) {
            if (!people.add(step.deputies().get(i))) {
                here.at(i).report("deputy.duplicate", step.deputies().get(i), "they are asked in this step already");
            }
        }
    }

    /**
     * Asks for what a record needs. What was approved before stays so where the measure of its rule did not get worse,
     * and votes of requests under way stay as well; a rejection is asked anew.
     *
     * @param before the state so far, {@link ApprovalState#empty()} at first
     * @param by who asks, for the audit trail
     */
    public ApprovalState request(T record, ApprovalState before, String by, LocalDate today) {
        List<ApprovalRequest> requests = new ArrayList<>();
        List<ApprovalEvent> trail = new ArrayList<>(before.trail());
        for (Compiled<T> each : rules.values()) {
            Optional<ApprovalRequest> earlier = before.request(each.rule.id());
            if (each.when.matches(record, today.atStartOfDay(ZoneOffset.UTC).toInstant())) {
                requests.add(asked(each, record, earlier, trail, by, today));
            } else {
                earlier.ifPresent(gone -> trail.add(
                        event(ApprovalEvent.Kind.WITHDRAWN, gone, today).by(by).build()));
            }
        }
        return new ApprovalState(before.version(), requests, trail);
    }

    private ApprovalRequest asked(
            Compiled<T> rule,
            T record,
            Optional<ApprovalRequest> earlier,
            List<ApprovalEvent> trail,
            String by,
            LocalDate today) {
        ApprovalRequest request = new ApprovalRequest(
                rule.rule.id(),
                ApprovalStatus.PENDING,
                0,
                List.of(),
                rule.measure.flatMap(field -> Optional.ofNullable(number(field, record))),
                rule.measure.flatMap(field -> Optional.ofNullable(currency(field, record))));
        if (earlier.isPresent() && stillHolds(rule.rule, earlier.get(), request)) {
            if (earlier.get().status() == ApprovalStatus.APPROVED) {
                trail.add(event(ApprovalEvent.Kind.CARRIED_OVER, earlier.get(), today)
                        .by(by)
                        .build());
            }
            return earlier.get();
        }
        trail.add(event(ApprovalEvent.Kind.REQUESTED, request, today).by(by).build());
        return request;
    }

    private static boolean stillHolds(ApprovalRule rule, ApprovalRequest earlier, ApprovalRequest now) {
        if (earlier.status() == ApprovalStatus.REJECTED
                || now.measured().isEmpty()
                || earlier.measured().isEmpty()
                || !now.currency().equals(earlier.currency())
                || earlier.step() >= rule.steps().size()) {
            return false;
        }
        int change = now.measured().get().compareTo(earlier.measured().get());
        return rule.worse().orElse(Worse.HIGHER) == Worse.HIGHER ? change <= 0 : change >= 0;
    }

    private static <T> @Nullable BigDecimal number(Field<T> field, T record) {
        Object value = field.value(record);
        if (value == null) {
            return null;
        }
        return field.kind() == FieldKind.MONEY
                ? ((BigMoneyProvider) value).toBigMoney().getAmount()
                : new BigDecimal(value.toString());
    }

    private static <T> @Nullable String currency(Field<T> field, T record) {
        return field.kind() == FieldKind.MONEY && field.value(record) instanceof BigMoneyProvider money
                ? money.toBigMoney().getCurrencyUnit().getCode()
                : null;
    }

    private static ApprovalEvent.Builder event(ApprovalEvent.Kind kind, ApprovalRequest request, LocalDate today) {
        ApprovalEvent.Builder event = ApprovalEvent.builder();
        event.day(today).kind(kind).rule(request.rule()).step(request.step());
        return event;
    }

    /**
     * Whose votes are missing, whoever is away.
     *
     * @throws IllegalArgumentException when the state names a rule that the policy does not have
     */
    public List<String> awaited(ApprovalState state) {
        Set<String> awaited = new LinkedHashSet<>();
        for (ApprovalRequest request : state.requests()) {
            if (request.status() == ApprovalStatus.PENDING) {
                awaited.addAll(step(request).approvers().stream()
                        .filter(each -> !request.agreed().contains(each))
                        .toList());
            }
        }
        return List.copyOf(awaited);
    }

    /**
     * Whose votes are missing and who may cast them on a day; deputies of a step are among them while too many of its
     * approvers are away.
     *
     * @throws IllegalArgumentException when the state names a rule that the policy does not have
     */
    public ApprovalAgenda awaited(ApprovalState state, Attendance attendance, LocalDate today) {
        List<AwaitedVote> votes = new ArrayList<>();
        List<String> standingStill = new ArrayList<>();
        for (ApprovalRequest request : state.requests()) {
            if (request.status() == ApprovalStatus.PENDING) {
                OpenStep open = new OpenStep(state, request, step(request), attendance, today);
                votes.addAll(open.votes());
                if (!open.canReachQuorum()) {
                    standingStill.add(request.rule());
                }
            }
        }
        return new ApprovalAgenda(votes, standingStill);
    }

    /**
     * Counts a vote for every request that awaits whoever casts it, or somebody for whom they speak that day. Nobody
     * votes twice in a step, and nobody who is away that day votes.
     *
     * @param by who votes
     * @throws IllegalArgumentException when nothing awaits them
     */
    public ApprovalState vote(
            ApprovalState state, String by, ApprovalVote vote, String comment, Attendance attendance, LocalDate today) {
        List<ApprovalRequest> requests = new ArrayList<>();
        List<ApprovalEvent> trail = new ArrayList<>(state.trail());
        for (ApprovalRequest request : state.requests()) {
            Optional<String> approver = request.status() == ApprovalStatus.PENDING
                    ? new OpenStep(state, request, step(request), attendance, today).voice(by)
                    : Optional.empty();
            requests.add(approver.map(name -> counted(request, name, vote)).orElse(request));
            approver.ifPresent(name -> trail.add(event(kind(vote), request, today)
                    .approver(name)
                    .by(by)
                    .comment(comment)
                    .build()));
        }
        if (trail.size() == state.trail().size()) {
            List<String> voters = awaited(state, attendance, today).voters();
            throw new IllegalArgumentException("by is \"" + by + "\", but no request awaits their vote."
                    + (voters.isEmpty() ? "" : "\nMaybe " + String.join(" or ", voters) + "?"));
        }
        return new ApprovalState(state.version(), requests, trail);
    }

    private static ApprovalEvent.Kind kind(ApprovalVote vote) {
        return vote == ApprovalVote.APPROVE ? ApprovalEvent.Kind.APPROVED : ApprovalEvent.Kind.REJECTED;
    }

    private ApprovalStep step(ApprovalRequest request) {
        Compiled<T> rule = rules.get(request.rule());
        if (rule == null || request.step() >= rule.rule.steps().size()) {
            throw new IllegalArgumentException("state has a request of the rule \"" + request.rule()
                    + "\", which this policy does not have.\nMaybe request approval anew?");
        }
        return rule.rule.steps().get(request.step());
    }

    private ApprovalRequest counted(ApprovalRequest request, String approver, ApprovalVote vote) {
        if (vote == ApprovalVote.REJECT) {
            return request.withStatus(ApprovalStatus.REJECTED);
        }
        List<String> agreed = new ArrayList<>(request.agreed());
        agreed.add(approver);
        if (agreed.size() < step(request).quorum()) {
            return request.withAgreed(agreed);
        }
        boolean last = request.step()
                == requireNonNull(rules.get(request.rule())).rule.steps().size() - 1;
        return last
                ? request.withAgreed(agreed).withStatus(ApprovalStatus.APPROVED)
                : request.withAgreed(List.of()).withStep(request.step() + 1);
    }
}
