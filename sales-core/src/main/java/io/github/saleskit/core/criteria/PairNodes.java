package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/** Compiled comparisons of two operands. */
final class PairNodes {

    private PairNodes() {}

    /** Two whole numbers. */
    static final class Wholes<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;

        Wholes(Source<T> left, Comparison comparison, Source<T> right) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
        }

        @Override
        boolean test(T record, Instant now) {
            long a = left.whole(record, now);
            long b = right.whole(record, now);
            return a != Field.ABSENT && b != Field.ABSENT && comparison.accepts(Long.compare(a, b));
        }
    }

    /** Two numbers of which at least one is floating-point. */
    static final class Numbers<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;

        Numbers(Source<T> left, Comparison comparison, Source<T> right) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
        }

        @Override
        boolean test(T record, Instant now) {
            double a = left.number(record, now);
            double b = right.number(record, now);
            return !Double.isNaN(a) && !Double.isNaN(b) && comparison.accepts(a < b ? -1 : a > b ? 1 : 0);
        }
    }

    /** Two exact numbers of which at least one is decimal. */
    static final class Decimals<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;

        Decimals(Source<T> left, Comparison comparison, Source<T> right) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
        }

        @Override
        boolean test(T record, Instant now) {
            BigDecimal a = left.decimal(record, now);
            BigDecimal b = right.decimal(record, now);
            return a != null && b != null && comparison.accepts(a.compareTo(b));
        }
    }

    /** Two texts, flags, dates or instants. */
    static final class Values<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;

        Values(Source<T> left, Comparison comparison, Source<T> right) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
        }

        @Override
        @SuppressWarnings("unchecked") // both are of one kind
        boolean test(T record, Instant now) {
            Object a = left.value(record, now);
            Object b = right.value(record, now);
            return a != null && b != null && comparison.accepts(((Comparable<Object>) a).compareTo(b));
        }
    }

    /** Two amounts of money. */
    static final class Moneys<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;

        Moneys(Source<T> left, Comparison comparison, Source<T> right) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
        }

        @Override
        boolean test(T record, Instant now) {
            BigMoney a = money(left.value(record, now));
            BigMoney b = money(right.value(record, now));
            if (a == null || b == null) {
                return false;
            }
            return a.getCurrencyUnit().equals(b.getCurrencyUnit())
                    ? comparison.accepts(a.getAmount().compareTo(b.getAmount()))
                    : comparison == Comparison.NOT_EQUAL;
        }
    }

    static @Nullable BigMoney money(@Nullable Object value) {
        return value instanceof BigMoneyProvider provider ? provider.toBigMoney() : null;
    }

    /** An instant and a day. */
    static final class InstantAndDay<T> extends Node<T> {
        private final Source<T> left;
        private final Comparison comparison;
        private final Source<T> right;
        private final ZoneOffsets offsets;

        InstantAndDay(Source<T> left, Comparison comparison, Source<T> right, ZoneId zone) {
            this.left = left;
            this.comparison = comparison;
            this.right = right;
            this.offsets = ZoneOffsets.of(zone.getRules());
        }

        @Override
        boolean test(T record, Instant now) {
            if (left.value(record, now) instanceof Instant instant
                    && right.value(record, now) instanceof LocalDate day) {
                long epochDay = Math.floorDiv(instant.getEpochSecond() + offsets.at(instant), 86_400L);
                return comparison.accepts(Long.compare(epochDay, day.toEpochDay()));
            }
            return false;
        }
    }

    /** Whether an operand has a value. */
    static final class Present<T> extends Node<T> {
        private final Source<T> source;

        Present(Source<T> source) {
            this.source = source;
        }

        @Override
        boolean test(T record, Instant now) {
            return source.present(record, now);
        }
    }
}
