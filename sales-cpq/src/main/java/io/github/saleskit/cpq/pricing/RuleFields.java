package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.FieldSet;
import java.util.function.Function;

/** The fields by which conditions of rules read lines and orders; {@link PriceRule} documents them for users. */
final class RuleFields {

    private static final FieldSet<LineDraft> ELEMENT =
            addLine(FieldSet.of(LineDraft.class), line -> line).build();

    /** For rules on the order. */
    static final FieldSet<OrderFacts> ORDER =
            addOrder(FieldSet.of(OrderFacts.class), order -> order).build();

    /** For rules on lines. */
    static final FieldSet<LineFacts> LINE = addOrder(
                    addLine(FieldSet.of(LineFacts.class), LineFacts::line), LineFacts::order)
            .build();

    private RuleFields() {}

    /** A line and its order. */
    record LineFacts(LineDraft line, OrderFacts order) {}

    private static <T> FieldSet.Builder<T> addLine(FieldSet.Builder<T> fields, Function<T, LineDraft> line) {
        return fields.text("product", facts -> line.apply(facts).line().product())
                .text("family", facts -> line.apply(facts).family())
                .decimal("quantity", facts -> line.apply(facts).line().quantity())
                .money("list", facts -> line.apply(facts).list())
                .money("price", facts -> line.apply(facts).amount());
    }

    private static <T> FieldSet.Builder<T> addOrder(FieldSet.Builder<T> fields, Function<T, OrderFacts> order) {
        return fields.decimal("order.quantity", facts -> order.apply(facts).quantity())
                .money("order.list", facts -> order.apply(facts).list())
                .money("order.price", facts -> order.apply(facts).price())
                .each("order.lines", facts -> order.apply(facts).lines(), ELEMENT);
    }
}
