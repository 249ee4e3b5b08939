package io.github.saleskit.core.criteria;

import java.util.List;
import java.util.function.UnaryOperator;

/** A criterion with other fields or other constants, the rest as it was. */
record Rewriting(UnaryOperator<String> field, UnaryOperator<Operand> constant) {

    /** Renames fields of the record itself, not those of its elements. */
    static Rewriting ofFields(UnaryOperator<String> field) {
        return new Rewriting(field, UnaryOperator.identity());
    }

    /** Puts other operands in the place of constants, also inside the elements. */
    static Rewriting ofConstants(UnaryOperator<Operand> constant) {
        return new Rewriting(UnaryOperator.identity(), constant);
    }

    private Rewriting ofElements() {
        return new Rewriting(UnaryOperator.identity(), constant);
    }

    Criterion of(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return new Criterion.All(of(all.criteria()));
        }
        if (criterion instanceof Criterion.Any any) {
            return new Criterion.Any(of(any.criteria()));
        }
        if (criterion instanceof Criterion.Not not) {
            return new Criterion.Not(of(not.criterion()));
        }
        if (criterion instanceof Criterion.Elements elements) {
            return new Criterion.Elements(
                    elements.quantifier(),
                    field.apply(elements.each()),
                    ofElements().of(elements.criterion()));
        }
        if (criterion instanceof Criterion.Compare compare) {
            return new Criterion.Compare(of(compare.left()), compare.comparison(), of(compare.right()));
        }
        if (criterion instanceof Criterion.Between between) {
            return new Criterion.Between(of(between.operand()), of(between.low()), of(between.high()));
        }
        if (criterion instanceof Criterion.In in) {
            return new Criterion.In(of(in.operand()), in.values());
        }
        if (criterion instanceof Criterion.Matches matches) {
            return new Criterion.Matches(of(matches.operand()), matches.test(), of(matches.text()));
        }
        if (criterion instanceof Criterion.Contains contains) {
            return new Criterion.Contains(of(contains.operand()), contains.quantifier(), contains.values());
        }
        return new Criterion.Present(of(((Criterion.Present) criterion).operand()));
    }

    private List<Criterion> of(List<Criterion> criteria) {
        return criteria.stream().map(this::of).toList();
    }

    private Operand of(Operand operand) {
        if (operand instanceof Operand.Reference reference) {
            return Criterion.field(field.apply(reference.field()));
        }
        if (operand instanceof Operand.Aggregate aggregate) {
            return new Operand.Aggregate(
                    aggregate.function(),
                    aggregate.of(),
                    field.apply(aggregate.each()),
                    aggregate.where().map(where -> ofElements().of(where)));
        }
        return operand instanceof Operand.Constant ? constant.apply(operand) : operand;
    }
}
