package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.internal.SortedTree;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values by id, in natural order of the ids; never changed: one with a change shares all but O(log n) of its memory.
 */
final class KeptMap<V> extends AbstractMap<String, V> {

    private final SortedTree<String, V> tree;

    private KeptMap(SortedTree<String, V> tree) {
        this.tree = tree;
    }

    /** The very same map where it is kept already. */
    static <V> KeptMap<V> of(String what, @Nullable Map<String, V> map) {
        if (map == null || map instanceof KeptMap) {
            return map == null ? new KeptMap<>(SortedTree.empty()) : (KeptMap<V>) map;
        }
        SortedTree<String, V> tree = SortedTree.empty();
        for (Map.Entry<String, V> entry : map.entrySet()) {
            String id = requireNonNull(entry.getKey(), "id");
            tree = tree.with(id, requireNonNull(entry.getValue(), () -> what + " of " + id));
        }
        return new KeptMap<>(tree);
    }

    KeptMap<V> with(String id, V value) {
        return new KeptMap<>(tree.with(id, value));
    }

    KeptMap<V> without(String id) {
        return tree.get(id) == null ? this : new KeptMap<>(tree.without(id));
    }

    KeptMap<V> withoutValues(Predicate<V> which) {
        KeptMap<V> left = this;
        for (Map.Entry<String, V> entry : entrySet()) {
            left = which.test(entry.getValue()) ? left.without(entry.getKey()) : left;
        }
        return left;
    }

    @Override
    public @Nullable V get(Object id) {
        return id instanceof String text ? tree.get(text) : null;
    }

    @Override
    public boolean containsKey(Object id) {
        return get(id) != null;
    }

    @Override
    public int size() {
        return tree.size();
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Entries<>(tree);
    }

    private static final class Entries<V> extends AbstractSet<Map.Entry<String, V>> {
        private final SortedTree<String, V> tree;

        Entries(SortedTree<String, V> tree) {
            this.tree = tree;
        }

        @Override
        public int size() {
            return tree.size();
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new EntryIterator<>(tree);
        }
    }

    private static final class EntryIterator<V> implements Iterator<Map.Entry<String, V>> {
        private final SortedTree<String, V> tree;
        private @Nullable String next;

        EntryIterator(SortedTree<String, V> tree) {
            this.tree = tree;
            this.next = tree.firstKey();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<String, V> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            String id = next;
            next = tree.keyAfter(id);
            return Map.entry(id, tree.require(id));
        }
    }
}
