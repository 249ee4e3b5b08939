package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Compiled questions about texts and sets of texts. */
final class TextNodes {

    private TextNodes() {}

    /** A text against another text. */
    static final class Test<T> extends Node<T> {
        private final Source<T> left;
        private final TextTest test;
        private final Source<T> right;

        Test(Source<T> left, TextTest test, Source<T> right) {
            this.left = left;
            this.test = test;
            this.right = right;
        }

        @Override
        boolean test(T record, Instant now) {
            return left.value(record, now) instanceof String text
                    && right.value(record, now) instanceof String other
                    && test(text, other);
        }

        private boolean test(String text, String other) {
            return switch (test) {
                case CONTAINS -> text.contains(other);
                case STARTS_WITH -> text.startsWith(other);
                case ENDS_WITH -> text.endsWith(other);
                case LIKE -> throw new IllegalStateException("globs are compiled");
            };
        }
    }

    /** A text that contains a constant one. */
    static final class Has<T> extends Node<T> {
        private final Source<T> source;
        private final Needle needle;

        Has(Source<T> source, Needle needle) {
            this.source = source;
            this.needle = needle;
        }

        @Override
        boolean test(T record, Instant now) {
            return source.value(record, now) instanceof String text && needle.isIn(text);
        }
    }

    /** A text against a glob. */
    static final class Like<T> extends Node<T> {
        private final Source<T> source;
        private final Glob glob;

        Like(Source<T> source, Glob glob) {
            this.source = source;
            this.glob = glob;
        }

        @Override
        boolean test(T record, Instant now) {
            return source.value(record, now) instanceof String text && glob.matches(text);
        }
    }

    /** A member of a set. */
    static final class Member<T> extends Node<T> {
        private final Source<T> set;
        private final Source<T> member;

        Member(Source<T> set, Source<T> member) {
            this.set = set;
            this.member = member;
        }

        @Override
        boolean test(T record, Instant now) {
            Object text = member.value(record, now);
            return text != null && set.value(record, now) instanceof Collection<?> members && members.contains(text);
        }
    }

    /** Any, all or none of several texts in a set or a text. */
    static final class Contains<T> extends Node<T> {
        private final Source<T> source;
        private final Needle[] texts;
        private final boolean stop;
        private final boolean found;

        Contains(Source<T> source, Quantifier quantifier, List<String> texts) {
            this.source = source;
            this.texts = texts.stream().map(Needle::new).toArray(Needle[]::new);
            this.stop = quantifier != Quantifier.ALL;
            this.found = quantifier == Quantifier.ANY;
        }

        @Override
        boolean test(T record, Instant now) {
            Object value = source.value(record, now);
            if (value == null || (value instanceof Collection<?> members && members.isEmpty())) {
                return false;
            }
            for (Needle text : texts) {
                if (contains(value, text) == stop) {
                    return found;
                }
            }
            return !found;
        }

        private static boolean contains(Object value, Needle text) {
            return value instanceof Collection<?> members ? members.contains(text.text()) : text.isIn((String) value);
        }
    }
}
