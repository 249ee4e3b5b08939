package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.Comparison;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.criteria.Operand;
import io.github.saleskit.core.criteria.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a criterion certainly holds for no record: because what is joined by {@code and} asks contradictory things of
 * one field.
 *
 * <p>Looks at comparisons of numeric, text and flag fields with constants and at presence; whatever else is asked, it
 * assumes possible.
 */
final class Contradiction<R> {

    private final FieldSet<R> fields;
    private final Map<String, Facts> facts = new HashMap<>();

    private Contradiction(FieldSet<R> fields) {
        this.fields = fields;
    }

    static <R> boolean in(Criterion criterion, FieldSet<R> fields) {
        return new Contradiction<>(fields).add(criterion);
    }

    /** What is known of a field's value. */
    private static final class Facts {
        private boolean present;
        private boolean absent;
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal high;
        private boolean lowOut;
        private boolean highOut;
        private @Nullable Set<Value> allowed;
        private final Set<Value> excluded = new HashSet<>();

        Facts copy() {
            Facts copy = new Facts();
            copy.present = present;
            copy.absent = absent;
            copy.low = low;
            copy.high = high;
            copy.lowOut = lowOut;
            copy.highOut = highOut;
            copy.allowed = allowed == null ? null : new HashSet<>(allowed);
            copy.excluded.addAll(excluded);
            return copy;
        }

        boolean contradictory() {
            return (present && absent) || noNumber() || noValue();
        }

        private boolean noNumber() {
            if (low == null || high == null) {
                return false;
            }
            int order = low.compareTo(high);
            return order > 0 || (order == 0 && (lowOut || highOut));
        }

        private boolean noValue() {
            return allowed != null && excluded.containsAll(allowed);
        }

        void atLeast(BigDecimal limit, boolean out) {
            int order = low == null ? 1 : limit.compareTo(low);
            lowOut = order > 0 ? out : lowOut || (order == 0 && out);
            low = order > 0 ? limit : low;
        }

        void atMost(BigDecimal limit, boolean out) {
            int order = high == null ? -1 : limit.compareTo(high);
            highOut = order < 0 ? out : highOut || (order == 0 && out);
            high = order < 0 ? limit : high;
        }

        void oneOf(Set<Value> values) {
            if (allowed == null) {
                allowed = new HashSet<>(values);
            } else {
                allowed.retainAll(values);
            }
        }
    }

    private Contradiction<R> copy() {
        Contradiction<R> copy = new Contradiction<>(fields);
        facts.forEach((field, found) -> copy.facts.put(field, found.copy()));
        return copy;
    }

    /** Adds what has to hold; whether it contradicts itself or what was added before. */
    private boolean add(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return all.criteria().stream()
                            .filter(part -> !(part instanceof Criterion.Any))
                            .anyMatch(this::add)
                    || all.criteria().stream()
                            .filter(Criterion.Any.class::isInstance)
                            .anyMatch(this::add);
        }
        if (criterion instanceof Criterion.Any any) {
            return any.criteria().stream().allMatch(part -> copy().add(part));
        }
        if (criterion instanceof Criterion.Not not && not.criterion() instanceof Criterion.Present present) {
            return with(present.operand(), found -> found.absent = true);
        }
        if (criterion instanceof Criterion.Present present) {
            return with(present.operand(), found -> found.present = true);
        }
        if (criterion instanceof Criterion.Compare compare) {
            return compare(compare.left(), compare.comparison(), compare.right());
        }
        if (criterion instanceof Criterion.Between between) {
            return compare(between.operand(), Comparison.AT_LEAST, between.low())
                    || compare(between.operand(), Comparison.AT_MOST, between.high());
        }
        return criterion instanceof Criterion.In among && oneOf(among.operand(), among.values());
    }

    private boolean with(Operand operand, Consumer<Facts> fact) {
        if (!(operand instanceof Operand.Reference reference)) {
            return false;
        }
        Facts found = facts.computeIfAbsent(reference.field(), name -> new Facts());
        fact.accept(found);
        return found.contradictory();
    }

    private boolean compare(Operand left, Comparison comparison, Operand right) {
        if (left instanceof Operand.Constant constant && right instanceof Operand.Reference) {
            return compare(right, flipped(comparison), constant);
        }
        if (!(right instanceof Operand.Constant constant) || kind(left).isEmpty()) {
            return false;
        }
        if (kind(left).get().numeric() && constant.value() instanceof Value.Decimal decimal) {
            BigDecimal limit = limit(left, decimal.number());
            return with(left, found -> number(found, comparison, limit));
        }
        if (comparison == Comparison.EQUAL) {
            return oneOf(left, List.of(constant.value()));
        }
        boolean exact = exact(left, List.of(constant.value()));
        return with(left, found -> {
            found.present = true;
            if (comparison == Comparison.NOT_EQUAL && exact) {
                found.excluded.add(constant.value());
            }
        });
    }

    /** The number with which the field's values are compared: as doubles where they are doubles. */
    private BigDecimal limit(Operand operand, BigDecimal number) {
        boolean asDouble =
                kind(operand).filter(kind -> kind == FieldKind.NUMBER).isPresent();
        return asDouble && Double.isFinite(number.doubleValue()) ? new BigDecimal(number.doubleValue()) : number;
    }

    private static void number(Facts found, Comparison comparison, BigDecimal limit) {
        found.present = true;
        switch (comparison) {
            case EQUAL -> {
                found.atLeast(limit, false);
                found.atMost(limit, false);
            }
            case LESS, AT_MOST -> found.atMost(limit, comparison == Comparison.LESS);
            case MORE, AT_LEAST -> found.atLeast(limit, comparison == Comparison.MORE);
            case NOT_EQUAL -> {}
        }
    }

    private boolean oneOf(Operand operand, List<Value> values) {
        boolean numeric = kind(operand).filter(FieldKind::numeric).isPresent();
        return with(operand, found -> {
            found.present = true;
            if (exact(operand, values)) {
                found.oneOf(new HashSet<>(values));
            } else if (numeric && !values.isEmpty()) {
                hull(operand, found, values);
            }
        });
    }

    private void hull(Operand operand, Facts found, List<Value> values) {
        List<BigDecimal> numbers = values.stream()
                .filter(Value.Decimal.class::isInstance)
                .map(value -> limit(operand, ((Value.Decimal) value).number()))
                .sorted()
                .toList();
        if (numbers.size() == values.size()) {
            found.atLeast(numbers.get(0), false);
            found.atMost(numbers.get(numbers.size() - 1), false);
        }
    }

    /** Whether the field's values are told apart exactly as the constants are. */
    private boolean exact(Operand operand, List<Value> values) {
        FieldKind kind = kind(operand).orElse(FieldKind.EACH);
        return (kind == FieldKind.TEXT && values.stream().allMatch(Value.Text.class::isInstance))
                || (kind == FieldKind.FLAG && values.stream().allMatch(Value.Flag.class::isInstance));
    }

    private Optional<FieldKind> kind(Operand operand) {
        return operand instanceof Operand.Reference reference
                ? fields.field(reference.field()).map(Field::kind)
                : Optional.empty();
    }

    private static Comparison flipped(Comparison comparison) {
        return switch (comparison) {
            case LESS -> Comparison.MORE;
            case AT_MOST -> Comparison.AT_LEAST;
            case MORE -> Comparison.LESS;
            case AT_LEAST -> Comparison.AT_MOST;
            default -> comparison;
        };
    }
}
