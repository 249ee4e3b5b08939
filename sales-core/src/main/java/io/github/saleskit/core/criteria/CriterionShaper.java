package io.github.saleskit.core.criteria;

import java.util.List;

/** Writes a criterion as the {@link CriterionShape} that a document has. */
final class CriterionShaper {

    private final CriterionShape shape = new CriterionShape();

    private CriterionShaper() {}

    static CriterionShape shape(Criterion criterion) {
        CriterionShaper shaper = new CriterionShaper();
        shaper.set(criterion);
        return shaper.shape;
    }

    private void set(Criterion criterion) {
        if (criterion instanceof Criterion.All group) {
            shape.all = group.criteria();
        } else if (criterion instanceof Criterion.Any group) {
            shape.any = group.criteria();
        } else if (criterion instanceof Criterion.Not negation) {
            set(negation);
        } else if (criterion instanceof Criterion.Elements elements) {
            set(elements);
        } else {
            shape.set(criterion.operands().get(0));
            setQuestion(criterion);
        }
    }

    private void set(Criterion.Not negation) {
        if (negation.criterion() instanceof Criterion.Present question) {
            shape.set(question.operand());
            shape.present = false;
        } else {
            shape.not = negation.criterion();
        }
    }

    private void set(Criterion.Elements elements) {
        shape.field = elements.each();
        switch (elements.quantifier()) {
            case ANY -> shape.anyMatch = elements.criterion();
            case ALL -> shape.allMatch = elements.criterion();
            case NONE -> shape.noneMatch = elements.criterion();
        }
    }

    private void setQuestion(Criterion criterion) {
        if (criterion instanceof Criterion.Compare compare) {
            set(compare);
        } else if (criterion instanceof Criterion.Between range) {
            shape.between = List.of(range.low(), range.high());
        } else if (criterion instanceof Criterion.In choice) {
            shape.in = choice.values();
        } else if (criterion instanceof Criterion.Matches matches) {
            set(matches);
        } else if (criterion instanceof Criterion.Contains members) {
            set(members);
        } else {
            shape.present = true;
        }
    }

    private void set(Criterion.Compare compare) {
        switch (compare.comparison()) {
            case EQUAL -> shape.equal = compare.right();
            case NOT_EQUAL -> shape.notEqual = compare.right();
            case LESS -> shape.lessThan = compare.right();
            case AT_MOST -> shape.atMost = compare.right();
            case MORE -> shape.moreThan = compare.right();
            case AT_LEAST -> shape.atLeast = compare.right();
        }
    }

    private void set(Criterion.Matches matches) {
        switch (matches.test()) {
            case CONTAINS -> shape.contains = matches.text();
            case STARTS_WITH -> shape.startsWith = matches.text();
            case ENDS_WITH -> shape.endsWith = matches.text();
            case LIKE -> shape.like = matches.text();
        }
    }

    private void set(Criterion.Contains members) {
        switch (members.quantifier()) {
            case ANY -> shape.containsAny = members.values();
            case ALL -> shape.containsAll = members.values();
            case NONE -> shape.containsNone = members.values();
        }
    }
}
