package io.github.saleskit.core.criteria;

import java.time.Instant;

/** A compiled criterion. */
abstract class Node<T> {

    abstract boolean test(T record, Instant now);

    /** All of them. */
    static final class All<T> extends Node<T> {
        final Node<T>[] nodes;

        All(Node<T>[] nodes) {
            this.nodes = nodes;
        }

        @Override
        boolean test(T record, Instant now) {
            for (Node<T> node : nodes) {
                if (!node.test(record, now)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one of them. */
    static final class Any<T> extends Node<T> {
        final Node<T>[] nodes;

        Any(Node<T>[] nodes) {
            this.nodes = nodes;
        }

        @Override
        boolean test(T record, Instant now) {
            for (Node<T> node : nodes) {
                if (node.test(record, now)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Not that one. */
    static final class Not<T> extends Node<T> {
        final Node<T> node;

        Not(Node<T> node) {
            this.node = node;
        }

        @Override
        boolean test(T record, Instant now) {
            return !node.test(record, now);
        }
    }

    /** Stands where something is wrong or cannot hold. */
    static final class Never<T> extends Node<T> {
        @Override
        boolean test(T record, Instant now) {
            return false;
        }
    }
}
