package io.github.saleskit.core.internal;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that is never changed: adding and removing give another that shares all but O(log n) nodes.
 *
 * <p>A weight-balanced tree. Source: S. Adams, "Efficient sets: a balancing act", Journal of Functional Programming 3
 * (1993); the parameters are those of Y. Hirai and K. Yamamoto, "Balancing weight-balanced trees", ibid. 21 (2011).
 */
public final class SortedTree<K extends Comparable<K>, V> {

    private static final int DELTA = 3;
    private static final int GAMMA = 2;

    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int size) {}

    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** Without any key. */
    public static <K extends Comparable<K>, V> SortedTree<K, V> empty() {
        return new SortedTree<>(null);
    }

    /** How many keys there are; O(1). */
    public int size() {
        return size(root);
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    /** The value of a key, or null. */
    public @Nullable V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** The value of a key that is known to be there. */
    public V require(K key) {
        V value = get(key);
        if (value == null) {
            throw new IllegalStateException("there is no " + key);
        }
        return value;
    }

    /** The least key, or null. */
    public @Nullable K firstKey() {
        return root == null ? null : leftmost(root).key;
    }

    /**
     * The key that so many others come before.
     *
     * @throws IndexOutOfBoundsException when there are no more keys than that
     */
    public K keyAt(int index) {
        Objects.checkIndex(index, size());
        Node<K, V> node = requireNonNull(root);
        int left = index;
        while (left != size(node.left)) {
            boolean below = left < size(node.left);
            left -= below ? 0 : size(node.left) + 1;
            node = requireNonNull(below ? node.left : node.right);
        }
        return node.key;
    }

    /** The least key above another, or null. */
    public @Nullable K keyAfter(K key) {
        K found = null;
        Node<K, V> node = root;
        while (node != null) {
            if (key.compareTo(node.key) < 0) {
                found = node.key;
                node = node.left;
            } else {
                node = node.right;
            }
        }
        return found;
    }

    /** In order of the keys. */
    public void forEach(Consumer<V> action) {
        visit(root, action);
    }

    private static <K, V> void visit(@Nullable Node<K, V> node, Consumer<V> action) {
        if (node != null) {
            visit(node.left, action);
            action.accept(node.value);
            visit(node.right, action);
        }
    }

    /** With a value for a key, in place of what it had. */
    public SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(put(root, key, value));
    }

    /** Without a key, which may be absent. */
    public SortedTree<K, V> without(K key) {
        return new SortedTree<>(remove(root, key));
    }

    /** With a value in the tree of a kind, which is made where there is none. */
    public static <A extends Comparable<A>, K extends Comparable<K>, V> SortedTree<A, SortedTree<K, V>> with(
            SortedTree<A, SortedTree<K, V>> kinds, A kind, K key, V value) {
        SortedTree<K, V> members = kinds.get(kind);
        SortedTree<K, V> known = members == null ? empty() : members;
        return kinds.with(kind, known.with(key, value));
    }

    /** Without a key in the tree of a kind, and without the kind where it was the last one. */
    public static <A extends Comparable<A>, K extends Comparable<K>, V> SortedTree<A, SortedTree<K, V>> without(
            SortedTree<A, SortedTree<K, V>> kinds, A kind, K key) {
        SortedTree<K, V> members = kinds.get(kind);
        SortedTree<K, V> left = members == null ? empty() : members.without(key);
        return left.size() == 0 ? kinds.without(kind) : kinds.with(kind, left);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null, 1);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right, node.size);
        }
        return order < 0
                ? balanced(node.key, node.value, put(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, put(node.right, key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return glued(node.left, node.right);
        }
        return order < 0
                ? balanced(node.key, node.value, remove(node.left, key), node.right)
                : balanced(node.key, node.value, node.left, remove(node.right, key));
    }

    private static <K, V> @Nullable Node<K, V> glued(@Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Node<K, V> next = leftmost(right);
        return balanced(next.key, next.value, left, withoutLeftmost(right));
    }

    private static <K, V> Node<K, V> leftmost(Node<K, V> start) {
        Node<K, V> node = start;
        while (node.left != null) {
            node = node.left;
        }
        return node;
    }

    private static <K, V> @Nullable Node<K, V> withoutLeftmost(Node<K, V> node) {
        return node.left == null ? node.right : balanced(node.key, node.value, withoutLeftmost(node.left), node.right);
    }

    private static <K, V> Node<K, V> node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(key, value, left, right, size(left) + size(right) + 1);
    }

    private static <K, V> Node<K, V> balanced(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (right != null && size(right) + 1 > DELTA * (size(left) + 1)) {
            return leaningLeft(key, value, left, right);
        }
        if (left != null && size(left) + 1 > DELTA * (size(right) + 1)) {
            return leaningRight(key, value, left, right);
        }
        return node(key, value, left, right);
    }

    private static <K, V> Node<K, V> leaningLeft(K key, V value, @Nullable Node<K, V> left, Node<K, V> right) {
        Node<K, V> inner = right.left;
        if (inner == null || size(inner) + 1 < GAMMA * (size(right.right) + 1)) {
            return node(right.key, right.value, node(key, value, left, inner), right.right);
        }
        return node(
                inner.key,
                inner.value,
                node(key, value, left, inner.left),
                node(right.key, right.value, inner.right, right.right));
    }

    private static <K, V> Node<K, V> leaningRight(K key, V value, Node<K, V> left, @Nullable Node<K, V> right) {
        Node<K, V> inner = left.right;
        if (inner == null || size(inner) + 1 < GAMMA * (size(left.left) + 1)) {
            return node(left.key, left.value, left.left, node(key, value, inner, right));
        }
        return node(
                inner.key,
                inner.value,
                node(left.key, left.value, left.left, inner.left),
                node(key, value, inner.right, right));
    }
}
