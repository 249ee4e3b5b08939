package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong, and what is only odd, with a plan and a catalogue, and compiles its rules. */
final class PlanCheck {

    /** Advice takes time linear in the number of names: a hopeless plan gets it for its first problems only. */
    private static final int MOST_ADVISED = 100;

    private final PricingPlan plan;
    private final Problems problems = new Problems();
    private final Problems warnings = new Problems();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final Map<PriceModel.PercentOfTotal, Optional<Condition<LineDraft>>> totals = new HashMap<>();
    private final Catalog catalog;
    private final RuleFields fields;
    private final Set<String> products = new LinkedHashSet<>();
    private final Set<CurrencyUnit> currencies = new LinkedHashSet<>();
    private final Map<String, PriceBook> books = new HashMap<>();

    /** Throws every problem. */
    PlanCheck(PricingPlan plan, Catalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
        this.fields = fields(plan, problems.at("plan"));
        catalog.check(problems.at("catalog"));
        catalog.products().stream().map(Product::id).forEach(products::add);
        plan.priceBooks().stream().map(PriceBook::currency).forEach(currencies::add);
        plan.priceBooks().forEach(book -> books.putIfAbsent(book.id(), book));
        checkPlan();
        problems.throwIfAny("pricing plan");
    }

    List<Problem> warnings() {
        return warnings.toList();
    }

    /** The sound plan, its rules in the order in which they are applied. */
    CompiledPlan compiled() {
        List<CompiledRule> ordered = new ArrayList<>(rules);
        ordered.sort(Comparator.comparing(
                (CompiledRule rule) -> -(long) rule.rule().priority().orElse(0)));
        return new CompiledPlan(plan, catalog, RuleOrder.of(ordered), fields, totals);
    }

    /** The price books, each after the one it inherits. */
    List<PriceBook> parentsFirst() {
        Map<String, PriceBook> ordered = new LinkedHashMap<>();
        for (PriceBook book : plan.priceBooks()) {
            Deque<PriceBook> chain = new ArrayDeque<>();
            for (PriceBook at = book; at != null && !ordered.containsKey(at.id()); at = parent(at)) {
                chain.addFirst(at);
            }
            chain.forEach(each -> ordered.put(each.id(), each));
        }
        return List.copyOf(ordered.values());
    }

    private @Nullable PriceBook parent(PriceBook book) {
        return book.inherits().map(books::get).orElse(null);
    }

    private static RuleFields fields(PricingPlan plan, Problems problems) {
        return new RuleFields(
                names(plan.quoteAttributes(), problems.at("quoteAttributes")),
                names(plan.lineAttributes(), problems.at("lineAttributes")));
    }

    private static List<String> names(List<String> names, Problems problems) {
        Set<String> sound = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                problems.at(i).report("attribute.blank", names.get(i), "a name must not be blank");
            } else if (!sound.add(names.get(i))) {
                problems.at(i).report("attribute.duplicate", names.get(i), "the name stands there before");
            }
        }
        return List.copyOf(sound);
    }

    private void checkPlan() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.priceBooks().size(); i++) {
            Problems here = problems.at("plan", "priceBooks", i);
            checkId(plan.priceBooks().get(i).id(), ids, here.at("id"));
            checkBook(plan.priceBooks().get(i), here, warnings.at("plan", "priceBooks", i));
        }
        checkRules();
        plan.guards().ifPresent(guards -> checkGuards(guards, problems.at("plan", "guards")));
        plan.rounding().check(problems.at("plan", "rounding"));
        if (plan.rounding().mode() == RoundingMode.UNNECESSARY) {
            problems.at("plan", "rounding", "mode")
                    .report("rounding.unnecessary", "UNNECESSARY", "prices must be rounded", "Maybe \"HALF_UP\"?");
        }
    }

    private void checkBook(PriceBook book, Problems here, Problems warningsHere) {
        checkDates(book.validFrom(), book.validUntil(), here);
        checkParent(book, here.at("inherits"));
        Set<Object> priced = new HashSet<>();
        for (int i = 0; i < book.entries().size(); i++) {
            PriceEntry entry = book.entries().get(i);
            Problems at = here.at("entries", i);
            checkProduct(entry, priced, at.at("product"));
            checkEntry(book, entry, at);
            new ModelCheck(book.currency(), at.at("price"), warningsHere.at("entries", i, "price"))
                    .check(entry.price());
            if (entry.price() instanceof PriceModel.PercentOfTotal total) {
                checkTotal(total, at.at("price", "lines"));
            }
        }
    }

    private void checkParent(PriceBook book, Problems here) {
        PriceBook parent = parent(book);
        if (book.inherits().isPresent() && parent == null) {
            here.report("priceBook.unknown", book.inherits().get(), "there is no such price book");
        } else if (parent != null && !parent.currency().equals(book.currency())) {
            here.report("price.currency", parent.id(), "it is in " + parent.currency() + ", not in " + book.currency());
        } else if (parent != null) {
            Set<String> chain = new HashSet<>();
            for (PriceBook at = book; at != null; at = parent(at)) {
                if (!chain.add(at.id())) {
                    here.report("priceBook.circular", parent.id(), "the price book inherits from itself");
                    return;
                }
            }
        }
    }

    private static void checkEntry(PriceBook book, PriceEntry entry, Problems at) {
        checkDates(entry.validFrom(), entry.validUntil(), at);
        entry.floor().ifPresent(floor -> ModelCheck.checkAmount(floor, Optional.of(book.currency()), at.at("floor")));
        boolean saneLeast = entry.atLeast()
                .map(each -> NumberSize.check(each, at.at("atLeast")))
                .orElse(true);
        boolean saneMost = entry.atMost()
                .map(each -> NumberSize.check(each, at.at("atMost")))
                .orElse(true);
        if (saneLeast
                && saneMost
                && entry.atLeast().isPresent()
                && entry.atMost().isPresent()
                && entry.atMost().get().compareTo(entry.atLeast().get()) < 0) {
            at.at("atMost").report("quantity.reversed", entry.atMost().get().toString(), "it is less than atLeast");
        }
        entry.spend().ifPresent(spend -> checkSpend(book, spend, at.at("spend")));
    }

    private static void checkSpend(PriceBook book, SpendLimits spend, Problems at) {
        Optional<CurrencyUnit> currency = Optional.of(book.currency());
        spend.atLeast().ifPresent(least -> ModelCheck.checkAmount(least, currency, at.at("atLeast")));
        spend.atMost().ifPresent(most -> ModelCheck.checkAmount(most, currency, at.at("atMost")));
        if (spend.atLeast().isPresent()
                && spend.atMost().isPresent()
                && spend.atLeast().get().isSameCurrency(spend.atMost().get())
                && spend.atMost().get().isLessThan(spend.atLeast().get())) {
            at.at("atMost").report("spend.reversed", spend.atMost().get().toString(), "it is less than atLeast");
        }
    }

    private void checkTotal(PriceModel.PercentOfTotal total, Problems here) {
        totals.put(total, total.lines().map(lines -> Condition.compile(lines, fields.line(), here)));
        total.lines()
                .filter(lines -> FieldsAsked.of(lines).stream().anyMatch(name -> name.endsWith("price")))
                .ifPresent(lines -> here.report(
                        "price.circular", lines.toString(), "a list price cannot follow from prices after discounts"));
    }

    private void checkProduct(PriceEntry entry, Set<Object> priced, Problems here) {
        String product = entry.product();
        List<Object> key =
                List.of(product, entry.deal(), entry.atLeast(), entry.atMost(), entry.validFrom(), entry.validUntil());
        if (!products.contains(product)) {
            here.report(
                    "product.unknown",
                    product,
                    "there is no product \"" + product + "\" in the catalog",
                    advice(product, products));
        } else if (!priced.add(key)) {
            here.report("price.duplicate", product, "the product has another price in this price book before");
        }
    }

    private @Nullable String advice(String name, Set<String> known) {
        return problems.total() < MOST_ADVISED ? Problems.suggest(name, known) : null;
    }

    private void checkRules() {
        Set<String> ids = new HashSet<>();
        ActionCheck actions = new ActionCheck(products, currencies);
        Map<String, RuleGroup> groups = groups();
        Set<String> codes = coupons();
        for (int i = 0; i < plan.rules().size(); i++) {
            PriceRule rule = plan.rules().get(i);
            Problems here = problems.at("plan", "rules", i);
            checkId(rule.id(), ids, here.at("id"));
            checkDates(rule.validFrom(), rule.validUntil(), here);
            checkNames(rule, groups.keySet(), codes, here);
            checkActions(rule, actions, here.at("actions"));
            CompiledRule compiled = new CompiledRule(rule, rule.group().map(groups::get), fields, here);
            checkChosen(compiled, here);
            rules.add(compiled);
        }
        new RuleConflicts(plan, warnings.at("plan", "rules")).find();
    }

    private static void checkChosen(CompiledRule rule, Problems here) {
        if (rule.onLines()
                && rule.waits()
                && (rule.isAloneOnLines() || rule.stacking().choosesOne())) {
            here.at("when")
                    .report(
                            "rule.asksOrderPrice",
                            rule.id(),
                            "of rules that keep each other away on a line none can ask what all lines cost by then",
                            "Maybe \"order.list\", what they cost at list price?");
        }
        if (rule.isExclusiveByLine() && !rule.isAloneOnLines() && !rule.takesLines()) {
            here.at("exclusive")
                    .report(
                            "exclusive.onOrder",
                            rule.exclusive().get().name(),
                            "only rules on lines, and those that give units, keep away others on a line",
                            "Maybe \"WITHIN_KIND\"?");
        }
    }

    private Map<String, RuleGroup> groups() {
        Map<String, RuleGroup> groups = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.groups().size(); i++) {
            RuleGroup group = plan.groups().get(i);
            checkId(group.id(), ids, problems.at("plan", "groups", i, "id"));
            groups.putIfAbsent(group.id(), group);
        }
        return groups;
    }

    private Set<String> coupons() {
        Set<String> codes = new LinkedHashSet<>();
        for (int i = 0; i < plan.coupons().size(); i++) {
            Problems here = problems.at("plan", "coupons", i);
            checkId(plan.coupons().get(i).code(), codes, here.at("code"));
            checkDates(plan.coupons().get(i).validFrom(), plan.coupons().get(i).validUntil(), here);
        }
        return codes;
    }

    private void checkNames(PriceRule rule, Set<String> groups, Set<String> codes, Problems here) {
        rule.group()
                .filter(group -> !groups.contains(group))
                .ifPresent(group -> here.at("group")
                        .report(
                                "group.unknown",
                                group,
                                "there is no group \"" + group + "\" in the plan",
                                advice(group, groups)));
        rule.coupon()
                .filter(code -> !codes.contains(code))
                .ifPresent(code -> here.at("coupon")
                        .report(
                                "coupon.unknown",
                                code,
                                "there is no coupon \"" + code + "\" in the plan",
                                codes.isEmpty() ? "Maybe add it to the coupons of the plan?" : advice(code, codes)));
        if (rule.group().isPresent() && !rule.onLines()) {
            here.at("group")
                    .report("group.onOrder", rule.id(), "only rules whose actions are all on lines have groups");
        }
    }

    private static void checkActions(PriceRule rule, ActionCheck actions, Problems here) {
        if (rule.actions().isEmpty()) {
            here.report("rule.noAction", null, "a rule must do something");
        }
        Set<String> added = new HashSet<>();
        for (int i = 0; i < rule.actions().size(); i++) {
            actions.check(rule.actions().get(i), here.at(i));
            if (rule.actions().get(i) instanceof PriceAction.AddLine line && !added.add(line.product())) {
                here.at(i, "product")
                        .report(
                                "addLine.duplicate",
                                line.product(),
                                "the rule adds this product before",
                                "Maybe one line of the whole quantity?");
            }
        }
    }

    private void checkGuards(PriceGuards guards, Problems here) {
        guards.mostLinePercent().ifPresent(percent -> ActionCheck.checkPercent(percent, here.at("mostLinePercent")));
        guards.mostQuotePercent().ifPresent(percent -> ActionCheck.checkPercent(percent, here.at("mostQuotePercent")));
        guards.leastMarginPercent().ifPresent(percent -> {
            Problems at = here.at("leastMarginPercent");
            ActionCheck.checkPercent(percent, at);
            if (percent.compareTo(ActionCheck.HUNDRED) == 0) {
                at.report("percent.range", percent.toString(), "a margin must be below 100");
            }
        });
    }

    private static void checkDates(Optional<LocalDate> from, Optional<LocalDate> until, Problems here) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            here.at("validUntil")
                    .report(
                            "dates.reversed",
                            until.get().toString(),
                            "the last day is before the first, " + from.get());
        }
    }

    private static void checkId(String id, Set<String> before, Problems here) {
        if (id.isBlank()) {
            here.report("id.blank", id, "an id must not be blank");
        } else if (!before.add(id)) {
            here.report("id.duplicate", id, "the id \"" + id + "\" is already used before");
        }
    }
}
