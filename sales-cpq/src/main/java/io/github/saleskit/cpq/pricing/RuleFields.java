package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.FieldSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The fields by which conditions of rules read lines and orders; {@link PriceRule} documents them for users. */
final class RuleFields {

    /** What changes while rules are applied. */
    static final Set<String> CHANGING = Set.of("price", "order.price");

    private static final Set<String> OF_LINE = Set.of(
            "product",
            "family",
            "quantity",
            "termMonths",
            "unitPrice",
            "list",
            "price",
            "productQuantity",
            "familyQuantity");

    private final FieldSet<LineDraft> element;
    private final FieldSet<OrderFacts> order;
    private final FieldSet<LineDraft> line;

    RuleFields(List<String> quoteAttributes, List<String> lineAttributes) {
        element = addLine(FieldSet.of(LineDraft.class), lineAttributes).build();
        order = addOrder(FieldSet.of(OrderFacts.class), facts -> facts, quoteAttributes)
                .build();
        line = addOrder(addLine(FieldSet.of(LineDraft.class), lineAttributes), LineDraft::order, quoteAttributes)
                .build();
    }

    /** Of lines by themselves. */
    FieldSet<LineDraft> element() {
        return element;
    }

    /** For rules on the order. */
    FieldSet<OrderFacts> order() {
        return order;
    }

    /** For rules on lines. */
    FieldSet<LineDraft> line() {
        return line;
    }

    static boolean ofLine(String field) {
        return OF_LINE.contains(field) || field.startsWith("line.");
    }

    private static FieldSet.Builder<LineDraft> addLine(FieldSet.Builder<LineDraft> fields, List<String> attributes) {
        attributes.forEach(name -> fields.text("line." + name, draft -> draft.attribute(name)));
        return fields.text("product", draft -> draft.line().product())
                .text("family", LineDraft::family)
                .decimal("quantity", LineDraft::quantity)
                .optionalWhole("termMonths", LineDraft::termMonths)
                .money("unitPrice", LineDraft::unitList)
                .money("list", LineDraft::list)
                .money("price", LineDraft::amount)
                .decimal("productQuantity", draft -> draft.order().productQuantity(draft))
                .decimal("familyQuantity", draft -> draft.order().familyQuantity(draft));
    }

    private <T> FieldSet.Builder<T> addOrder(
            FieldSet.Builder<T> fields, Function<T, OrderFacts> order, List<String> attributes) {
        attributes.forEach(name -> fields.text(
                "quote." + name,
                facts -> order.apply(facts).quote().attributes().get(name)));
        return fields.decimal("order.quantity", facts -> order.apply(facts).quantity())
                .money("order.list", facts -> order.apply(facts).list())
                .money("order.price", facts -> order.apply(facts).price())
                .instant("order.at", facts -> order.apply(facts).at())
                .text("customer", facts -> order.apply(facts).quote().customer().orElse(null))
                .each("order.lines", facts -> order.apply(facts).lines(), element);
    }
}
