package io.github.saleskit.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SortedTreePropertyTest {

    @Property(tries = 15)
    void itIsASortedMapOfWhichEveryVersionStays(@ForAll long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int n = 0; n < 200; n++) {
            int key = random.nextInt(60);
            SortedTree<Integer, Integer> before = tree;
            List<Integer> valuesBefore = values(before);
            if (random.nextInt(5) < 3) {
                expected.put(key, n);
                tree = tree.with(key, n);
            } else {
                expected.remove(key);
                tree = tree.without(key);
            }
            assertThat(values(before)).isEqualTo(valuesBefore);
            assertThat(values(tree)).isEqualTo(new ArrayList<>(expected.values()));
            assertThat(tree.size()).isEqualTo(expected.size());
            assertThat(tree.get(key)).isEqualTo(expected.get(key));
            assertThat(tree.firstKey()).isEqualTo(expected.isEmpty() ? null : expected.firstKey());
            assertThat(tree.keyAfter(key)).isEqualTo(expected.higherKey(key));
            List<Integer> keys = List.copyOf(expected.keySet());
            for (int i = 0; i < keys.size(); i++) {
                assertThat(tree.keyAt(i)).isEqualTo(keys.get(i));
            }
        }
    }

    private static List<Integer> values(SortedTree<Integer, Integer> tree) {
        List<Integer> values = new ArrayList<>();
        tree.forEach(values::add);
        return values;
    }
}
