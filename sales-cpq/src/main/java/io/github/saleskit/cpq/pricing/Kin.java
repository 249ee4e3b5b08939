package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.HashSet;
import java.util.Set;

/**
 * The products and families of lines that changed: a rule that asks their sums may find others on each line of them.
 */
final class Kin {

    private final CompiledPlan plan;
    private final Set<String> products = new HashSet<>();
    private final Set<String> families = new HashSet<>();

    Kin(CompiledPlan plan) {
        this.plan = plan;
    }

    void add(QuoteLine line) {
        products.add(line.product());
        plan.product(line.product()).flatMap(Product::family).ifPresent(families::add);
    }

    boolean isEmpty() {
        return products.isEmpty();
    }

    /** Whether a line is of one of the products or families. */
    boolean includes(LineDraft draft) {
        return products.contains(draft.line().product()) || families.contains(draft.family());
    }
}
