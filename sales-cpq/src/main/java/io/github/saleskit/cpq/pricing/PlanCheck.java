package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Finds what is wrong, and what is only odd, with a plan and a catalogue, and compiles its rules. */
final class PlanCheck {

    /** Advice takes time linear in the size of the catalogue: a hopeless plan gets it for its first problems only. */
    private static final int MOST_ADVISED = 100;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PricingPlan plan;
    private final Problems problems = new Problems();
    private final Problems warnings = new Problems();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final Set<String> products = new LinkedHashSet<>();
    private final Set<CurrencyUnit> currencies = new LinkedHashSet<>();

    /** Throws every problem. */
    PlanCheck(PricingPlan plan, Catalog catalog) {
        this.plan = plan;
        catalog.check(problems.at("catalog"));
        catalog.products().stream().map(Product::id).forEach(products::add);
        plan.priceBooks().stream().map(PriceBook::currency).forEach(currencies::add);
        checkPlan();
        problems.throwIfAny("pricing plan");
    }

    List<Problem> warnings() {
        return warnings.toList();
    }

    List<CompiledRule> rules() {
        return rules;
    }

    private void checkPlan() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.priceBooks().size(); i++) {
            Problems here = problems.at("plan", "priceBooks", i);
            checkId(plan.priceBooks().get(i).id(), ids, here.at("id"));
            checkBook(plan.priceBooks().get(i), here, warnings.at("plan", "priceBooks", i));
        }
        checkRules();
        plan.rounding().check(problems.at("plan", "rounding"));
        if (plan.rounding().mode() == RoundingMode.UNNECESSARY) {
            problems.at("plan", "rounding", "mode")
                    .report("rounding.unnecessary", "UNNECESSARY", "prices must be rounded", "Maybe \"HALF_UP\"?");
        }
    }

    private void checkBook(PriceBook book, Problems here, Problems warningsHere) {
        checkDates(book.validFrom(), book.validUntil(), here);
        Set<String> priced = new HashSet<>();
        for (int i = 0; i < book.entries().size(); i++) {
            PriceEntry entry = book.entries().get(i);
            Problems at = here.at("entries", i);
            checkProduct(entry.product(), priced, at.at("product"));
            new ModelCheck(book.currency(), at.at("price"), warningsHere.at("entries", i, "price"))
                    .check(entry.price());
        }
    }

    private void checkProduct(String product, Set<String> priced, Problems here) {
        if (!products.contains(product)) {
            String advice = problems.total() < MOST_ADVISED ? Problems.suggest(product, products) : null;
            here.report("product.unknown", product, "there is no product \"" + product + "\" in the catalog", advice);
        } else if (!priced.add(product)) {
            here.report("price.duplicate", product, "the product has another price in this price book before");
        }
    }

    private void checkRules() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            PriceRule rule = plan.rules().get(i);
            Problems here = problems.at("plan", "rules", i);
            checkId(rule.id(), ids, here.at("id"));
            checkDates(rule.validFrom(), rule.validUntil(), here);
            checkAction(rule.action(), here.at("action"));
            rules.add(new CompiledRule(rule, here));
        }
    }

    private void checkAction(PriceAction action, Problems here) {
        if (action instanceof PriceAction.PercentOff off) {
            checkPercent(off.percent(), here.at("percent"));
        } else if (action instanceof PriceAction.AmountOffUnit off) {
            checkAmount(off.amount(), here.at("amount"));
        } else if (action instanceof PriceAction.UnitPrice set) {
            checkAmount(set.price(), here.at("price"));
        } else if (action instanceof PriceAction.OrderPercentOff off) {
            checkPercent(off.percent(), here.at("percent"));
            off.atMost().ifPresent(most -> checkAmount(most.toBigMoney(), here.at("atMost")));
        } else if (action instanceof PriceAction.OrderAmountOff off) {
            checkAmount(off.amount().toBigMoney(), here.at("amount"));
        }
    }

    private static void checkPercent(BigDecimal percent, Problems here) {
        if (NumberSize.check(percent, here) && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            here.report("percent.range", percent.toString(), "a percentage off must be from 0 to 100");
        }
    }

    private void checkAmount(BigMoney amount, Problems here) {
        ModelCheck.checkAmount(amount, Optional.empty(), here);
        if (!currencies.contains(amount.getCurrencyUnit())) {
            here.report(
                    "rule.currency",
                    amount.toString(),
                    "no price book is in " + amount.getCurrencyUnit() + ", so the" + " rule can never apply");
        }
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
