package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitConversion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan that is checked, with its rules in order and indexed. */
final class CompiledPlan {

    /** What of other lines the conditions on a line may ask. */
    static final Set<String> OF_KIN = Set.of("productQuantity", "familyQuantity");

    private final PricingPlan plan;
    private final List<CompiledRule> rules;
    private final List<Stage> stages;
    private final CriteriaIndex<LineDraft> index;
    private final RuleFields fields;
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, Coupon> coupons = new LinkedHashMap<>();
    private final Map<PriceModel.PercentOfTotal, Optional<Condition<LineDraft>>> totals;
    private final UnitConversion conversion;
    private final boolean hasExclusive;
    private final boolean looksAhead;
    private final boolean linesAskOrder;
    private final boolean linesAskKin;
    private final boolean editsAskKin;
    private final boolean editsAreLocal;
    private final BitSet asksOrderBefore = new BitSet();

    /** Rules that each line takes by itself, or one rule that waits for all lines; by position, the end excluded. */
    record Stage(int from, int to, boolean waits) {}

    /**
     * Of sound parts.
     *
     * @param rules in the order in which they are applied
     */
    CompiledPlan(
            PricingPlan plan,
            Catalog catalog,
            List<CompiledRule> rules,
            RuleFields fields,
            Map<PriceModel.PercentOfTotal, Optional<Condition<LineDraft>>> totals) {
        this.plan = plan;
        this.rules = List.copyOf(rules);
        this.fields = fields;
        this.totals = totals;
        this.conversion = catalog.conversion();
        this.stages = stages(rules);
        catalog.products().forEach(product -> products.put(product.id(), product));
        plan.coupons().forEach(coupon -> coupons.put(coupon.code(), coupon));
        this.index =
                CriteriaIndex.compile(rules.stream().map(CompiledRule::indexed).toList(), fields.line());
        this.hasExclusive = rules.stream()
                .anyMatch(rule ->
                        rule.exclusive().filter(scope -> !scope.byLine()).isPresent());
        Set<String> asked = new HashSet<>();
        rules.forEach(rule -> asked.addAll(rule.askedForReuse()));
        this.looksAhead = plan.exclusiveChoice()
                        .filter(ExclusiveChoice.BEST_FOR_CUSTOMER::equals)
                        .isPresent()
                && rules.stream().anyMatch(CompiledRule::isAloneOnLines);
        this.linesAskOrder =
                asked.stream().anyMatch(name -> name.startsWith("order.l") || name.equals("order.quantity"));
        this.linesAskKin = asked.stream().anyMatch(OF_KIN::contains);
        this.editsAskKin = linesAskKin
                || rules.stream().flatMap(rule -> rule.askedOfLine().stream()).anyMatch(OF_KIN::contains);
        this.editsAreLocal = !linesAskOrder
                && !hasExclusive
                && plan.rounding().level() != RoundingLevel.TOTAL
                && totals.keySet().stream().allMatch(CompiledPlan::isLocal)
                && rules.stream().allMatch(CompiledRule::isLocal);
        for (int i = 0; i < rules.size(); i++) {
            asksOrderBefore.set(i, rules.get(i).orderBefore().isPresent());
        }
    }

    /** Whether the lines of which a percentage is charged are known by themselves. */
    private static boolean isLocal(PriceModel.PercentOfTotal total) {
        Set<String> asked = total.lines().map(FieldsAsked::of).orElse(Set.of());
        return asked.stream().noneMatch(name -> !RuleFields.ofLine(name) || OF_KIN.contains(name));
    }

    private static List<Stage> stages(List<CompiledRule> rules) {
        List<Stage> stages = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).splitsStages()) {
                if (from < i) {
                    stages.add(new Stage(from, i, false));
                }
                stages.add(new Stage(i, i + 1, true));
                from = i + 1;
            }
        }
        if (from < rules.size()) {
            stages.add(new Stage(from, rules.size(), false));
        }
        return List.copyOf(stages);
    }

    PricingPlan plan() {
        return plan;
    }

    List<CompiledRule> rules() {
        return rules;
    }

    List<Stage> stages() {
        return stages;
    }

    CriteriaIndex<LineDraft> index() {
        return index;
    }

    RuleFields fields() {
        return fields;
    }

    Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    Optional<Coupon> coupon(String code) {
        return Optional.ofNullable(coupons.get(code));
    }

    UnitConversion conversion() {
        return conversion;
    }

    /** The condition on the lines of which a percentage is charged. */
    Optional<Condition<LineDraft>> linesOf(PriceModel.PercentOfTotal model) {
        return totals.getOrDefault(model, Optional.empty());
    }

    /** Whether some rule keeps away others in the whole quote. */
    boolean hasExclusive() {
        return hasExclusive;
    }

    /** Whether what applies to a line in one stage depends on rules of later ones: see {@link ExclusiveChoice}. */
    boolean looksAhead() {
        return looksAhead;
    }

    /** Whether rules on lines ask sums over all lines, so that a change to one may change all. */
    boolean linesAskOrder() {
        return linesAskOrder;
    }

    /** Whether a change to a line can be priced by itself, but for conditions on the order and discounts on it. */
    boolean editsAreLocal() {
        return editsAreLocal;
    }

    /** How much of its list price may be taken off the whole quote, if that is limited. */
    Optional<BigDecimal> mostQuotePercent() {
        return plan.guards().flatMap(PriceGuards::mostQuotePercent);
    }

    /** Whether a change to a line may change others of its product or family. */
    boolean editsAskKin() {
        return editsAskKin;
    }

    /** Positions of the rules with conditions on the order that prices cannot change. */
    BitSet asksOrderBefore() {
        return asksOrderBefore;
    }

    /** Whether rules ask sums over lines of the same product or family. */
    boolean linesAskKin() {
        return linesAskKin;
    }
}
