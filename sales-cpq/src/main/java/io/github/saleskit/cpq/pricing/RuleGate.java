package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.quote.Quote;
import java.util.Optional;

/** Says which rules cannot apply to any line of a quote, whatever its lines cost by then. */
final class RuleGate {

    private final CompiledPlan plan;
    private final CompiledBook book;
    private final Quote quote;
    private final PricingContext context;

    RuleGate(CompiledPlan plan, CompiledBook book, Quote quote, PricingContext context) {
        this.plan = plan;
        this.book = book;
        this.quote = quote;
        this.context = context;
    }

    /** Whether a rule can apply to an order. */
    boolean isOpen(CompiledRule rule, OrderFacts order) {
        return rule.shut(context.asOf(), book.currency()).isEmpty()
                && rule.rule()
                        .coupon()
                        .flatMap(code -> whyNotRedeemed(rule.id(), code))
                        .isEmpty()
                && rule.orderBefore()
                        .map(condition -> condition.matches(order, context.now()))
                        .orElse(true);
    }

    /** Why a rule is shut to an order, if so: by its dates, its currency, its coupon or what it asks of the order. */
    Optional<Reason> whyShut(CompiledRule rule, OrderFacts order) {
        Optional<String> closed = rule.shut(context.asOf(), book.currency());
        if (closed.isPresent()) {
            return Optional.of(
                    closed.get().equals("date")
                            ? Reason.of("cpq.pricing.ruleNotValid", "rule", rule.id(), "asOf", context.asOf())
                            : Reason.of("cpq.pricing.ruleCurrency", "rule", rule.id(), "currency", book.currency()));
        }
        Optional<Reason> coupon = rule.rule().coupon().flatMap(code -> whyNotRedeemed(rule.id(), code));
        if (coupon.isPresent()) {
            return coupon;
        }
        return rule.orderBefore()
                .filter(condition -> !condition.matches(order, context.now()))
                .map(condition -> Reason.of("cpq.pricing.conditionFails", "rule", rule.id())
                        .withDetails(condition.explain(order, context.now()).reasons()));
    }

    private Optional<Reason> whyNotRedeemed(String rule, String code) {
        Coupon coupon = plan.coupon(code).orElseThrow();
        boolean early = coupon.validFrom().map(context.asOf()::isBefore).orElse(false);
        boolean late = coupon.validUntil().map(context.asOf()::isAfter).orElse(false);
        if (!quote.coupons().contains(code)) {
            return Optional.of(Reason.of("cpq.pricing.couponMissing", "rule", rule, "coupon", code));
        } else if (early || late) {
            return Optional.of(
                    Reason.of("cpq.pricing.couponNotValid", "rule", rule, "coupon", code, "asOf", context.asOf()));
        }
        int uses = context.couponUses().getOrDefault(code, 0);
        int byCustomer = context.couponUsesByCustomer().getOrDefault(code, 0);
        boolean usedUp = coupon.mostUses().map(most -> uses >= most).orElse(false)
                || coupon.mostUsesByCustomer().map(most -> byCustomer >= most).orElse(false);
        return usedUp
                ? Optional.of(Reason.of("cpq.pricing.couponUsedUp", "rule", rule, "coupon", code))
                : Optional.empty();
    }
}
