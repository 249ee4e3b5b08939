package io.github.saleskit.core.criteria;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The classes into which some constants cut a field's values: absent, each constant, and the ranges below, between and
 * above them.
 *
 * <p>All values of one class get the same answer to every question that compares with these constants only. Class 0 is
 * absent, class 2i + 2 is the i-th constant, class 2i + 1 the range below it, the last class the range above all.
 */
final class ValueClasses<T> {

    static final int ABSENT = 0;
    static final int LOWEST = 1;

    private final List<Object> sorted;
    private BitSet marked = new BitSet();

    @SuppressWarnings("unchecked") // constants of one field are of one class
    ValueClasses(Collection<? extends Comparable<?>> constants) {
        TreeSet<Object> distinct = new TreeSet<>((a, b) -> ((Comparable<Object>) a).compareTo(b));
        distinct.addAll(constants);
        this.sorted = new ArrayList<>(distinct);
    }

    /** The distinct constants in their order. */
    List<Object> sorted() {
        return sorted;
    }

    int size() {
        return 2 * sorted.size() + 2;
    }

    int highest() {
        return size() - 1;
    }

    /** The class of a constant. */
    @SuppressWarnings("unchecked") // as above
    int exactly(Object constant) {
        Comparator<Object> natural = (a, b) -> ((Comparable<Object>) a).compareTo(b);
        return 2 * Collections.binarySearch(sorted, constant, natural) + 2;
    }

    void mark(int valueClass) {
        marked.set(valueClass);
    }

    /** Marks a closed range of classes; nothing when it is empty. */
    void mark(int first, int last) {
        if (first <= last) {
            marked.set(first, last + 1);
        }
    }

    /** Marks every class but that one and absent. */
    void markAllBut(int valueClass) {
        mark(LOWEST, highest());
        marked.clear(valueClass);
    }

    /** The classes for which the question's answer is yes. */
    BitSet classesOf(Node<T> question) {
        if (question instanceof Node.All<T> all) {
            BitSet every = new BitSet();
            every.set(0, size());
            for (Node<T> node : all.nodes) {
                every.and(classesOf(node));
            }
            return every;
        }
        if (question instanceof Node.Any<T> any) {
            BitSet some = new BitSet();
            for (Node<T> node : any.nodes) {
                some.or(classesOf(node));
            }
            return some;
        }
        if (question instanceof Node.Not<T> not) {
            BitSet others = classesOf(not.node);
            others.flip(0, size());
            return others;
        }
        marked = new BitSet();
        if (question instanceof FieldNode<T> ofField) {
            ofField.mark(this);
        }
        return marked;
    }
}
