package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Operand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields a criterion asks, those of elements among them as {@code order.lines/price}. */
final class FieldsAsked {

    private final Set<String> names = new LinkedHashSet<>();

    private FieldsAsked() {}

    static Set<String> of(Criterion criterion) {
        FieldsAsked asked = new FieldsAsked();
        asked.add(criterion, "");
        return asked.names;
    }

    /** The criteria that all have to hold. */
    static List<Criterion> conjuncts(Criterion criterion) {
        return criterion instanceof Criterion.All all
                ? all.criteria().stream()
                        .flatMap(part -> conjuncts(part).stream())
                        .toList()
                : List.of(criterion);
    }

    private void add(Criterion criterion, String prefix) {
        if (criterion instanceof Criterion.All all) {
            all.criteria().forEach(part -> add(part, prefix));
        } else if (criterion instanceof Criterion.Any any) {
            any.criteria().forEach(part -> add(part, prefix));
        } else if (criterion instanceof Criterion.Not not) {
            add(not.criterion(), prefix);
        } else if (criterion instanceof Criterion.Elements elements) {
            names.add(prefix + elements.each());
            add(elements.criterion(), prefix + elements.each() + "/");
        } else {
            criterion.operands().forEach(operand -> add(operand, prefix));
        }
    }

    private void add(Operand operand, String prefix) {
        if (operand instanceof Operand.Reference reference) {
            names.add(prefix + reference.field());
        } else if (operand instanceof Operand.Aggregate aggregate) {
            String inside = prefix + aggregate.each() + "/";
            names.add(prefix + aggregate.each());
            aggregate.of().ifPresent(field -> names.add(inside + field));
            aggregate.where().ifPresent(where -> add(where, inside));
        }
    }
}
