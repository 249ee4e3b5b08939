package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.util.List;

/** Turns a criterion into nodes over fields, and reports every problem at its place in the criterion's JSON. */
final class ConditionCompiler<T> {

    private final OperandCompiler<T> operands;
    private final ComparisonCompiler<T> comparisons;
    private final TextCompiler<T> texts;

    ConditionCompiler(OperandCompiler<T> operands) {
        this.operands = operands;
        this.comparisons = new ComparisonCompiler<>(operands);
        this.texts = new TextCompiler<>(operands);
    }

    Node<T> compile(Criterion criterion, Problems at) {
        if (criterion instanceof Criterion.All all) {
            return new Node.All<>(compile(all.criteria(), at.at("all")));
        }
        if (criterion instanceof Criterion.Any any) {
            return new Node.Any<>(compile(any.criteria(), at.at("any")));
        }
        if (criterion instanceof Criterion.Not not) {
            boolean absent = not.criterion() instanceof Criterion.Present;
            return new Node.Not<>(compile(not.criterion(), absent ? at : at.at("not")));
        }
        if (criterion instanceof Criterion.Elements elements) {
            return elements(elements, at);
        }
        return question(criterion, at);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array
    private Node<T>[] compile(List<Criterion> criteria, Problems at) {
        Node<T>[] nodes = new Node[criteria.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compile(criteria.get(i), at.at(i));
        }
        return nodes;
    }

    private Node<T> question(Criterion criterion, Problems at) {
        if (criterion instanceof Criterion.Compare compare) {
            return comparisons.compare(compare, at);
        }
        if (criterion instanceof Criterion.Between between) {
            return comparisons.between(between, at);
        }
        if (criterion instanceof Criterion.In in) {
            return comparisons.in(in, at);
        }
        if (criterion instanceof Criterion.Matches matches) {
            return texts.matches(matches, at);
        }
        if (criterion instanceof Criterion.Contains contains) {
            return texts.contains(contains, at);
        }
        return present((Criterion.Present) criterion, at);
    }

    private Node<T> elements(Criterion.Elements elements, Problems at) {
        Field<T> field = operands.elementsField(elements.each(), at.at("field"));
        return field == null
                ? new Node.Never<>()
                : quantified(elements, field, field.elements().orElseThrow(), at);
    }

    private <E> Node<T> quantified(Criterion.Elements elements, Field<T> field, FieldSet<E> inner, Problems at) {
        Node<E> node = new ConditionCompiler<>(operands.inside(inner))
                .compile(elements.criterion(), at.at(elements.quantifier().property()));
        return new ElementNodes.Quantified<>(elements.quantifier(), field, node);
    }

    private Node<T> present(Criterion.Present present, Problems at) {
        Source<T> source = operands.kinded(present.operand(), at);
        if (source == null) {
            return new Node.Never<>();
        }
        return source instanceof Source.OfField<T> ofField
                ? new ValueNodes.Present<>(ofField.field)
                : new PairNodes.Present<>(source);
    }
}
