package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexMatcherTest {

    private static IndexMatching solve(CostTable table, int... capacities) {
        return IndexMatcher.solve(table, capacities, WorkMeter.unlimited());
    }

    @Test
    void aSmallExampleByHand() {
        IndexMatching matching = solve(CostTable.dense(3, 2, new long[] {4, 1, 2, 9, 5, 5}), 2, 1);
        assertThat(IntStream.range(0, 3).map(matching::repOf)).containsExactly(1, 0, 0);
        assertThat(matching.totalCost()).isEqualTo(8);
        assertThat(matching.dualBound()).isEqualTo(8);
        assertThat(matching.matched()).isEqualTo(3);
    }

    @Test
    void thePriceSaysWhatOneMoreUnitWouldSave() {
        IndexMatching matching = solve(CostTable.dense(2, 2, new long[] {1, 10, 2, 30}), 1, 1);
        assertThat(matching.totalCost()).isEqualTo(12);
        assertThat(matching.repPrice(0)).isEqualTo(12 - 3);
        assertThat(matching.repPrice(1)).isZero();
    }

    @Test
    void nothingToMatch() {
        assertThat(solve(CostTable.dense(0, 0, new long[0])).matched()).isZero();
        assertThat(solve(CostTable.dense(0, 2, new long[0]), 1, 1).totalCost()).isZero();
        IndexMatching noReps = solve(CostTable.dense(2, 0, new long[0]));
        assertThat(noReps.matched()).isZero();
        assertThat(noReps.repOf(1)).isEqualTo(IndexMatching.UNMATCHED);
        assertThat(noReps.dualBound()).isZero();
    }

    @Test
    void repsWithoutCapacityTakeNobody() {
        IndexMatching matching = solve(CostTable.dense(2, 2, new long[] {-5, 3, -5, 3}), 0, 1);
        assertThat(matching.matched()).isOne();
        assertThat(matching.totalCost()).isEqualTo(3);
        assertThat(matching.dualBound()).isEqualTo(3);
    }

    @Test
    void theLargestCostsAllowedDoNotOverflow() {
        int n = 40;
        long largest = CostTable.largestCost(n);
        long[] costs = new long[n * n];
        Arrays.setAll(costs, i -> (i * 7919L) % 3 == 0 ? -largest + i : largest - i);
        IndexMatching matching = solve(
                CostTable.dense(n, n, costs),
                IntStream.range(0, n).map(i -> i % 2).toArray());
        assertThat(matching.matched()).isEqualTo(n / 2);
        assertThat(matching.dualBound()).isEqualTo(matching.totalCost());
    }

    @Test
    void largerCostsAreRejectedWithTheBound() {
        long tooLarge = CostTable.largestCost(2) + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.dense(2, 1, new long[] {0, tooLarge}))
                .withMessageContaining(Long.toString(tooLarge))
                .withMessageContaining(Long.toString(tooLarge - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CostTable.dense(2, 1, new long[] {0, Long.MIN_VALUE}));
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.dense(2, 2, new long[3]))
                .withMessageContaining("costs has 3 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.dense(-1, 2, new long[3]))
                .withMessageContaining("leads is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.sparse(2, new int[] {0, 2}, new int[] {1, 1}, new long[2]))
                .withMessageContaining("repIndexes[1] is 1")
                .withMessageContaining("listed twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.sparse(2, new int[] {0, 2, 1}, new int[] {0}, new long[1]))
                .withMessageContaining("starts[1] is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.sparse(2, new int[] {0, 1}, new int[] {0, 1}, new long[1]))
                .withMessageContaining("repIndexes has 2 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostTable.sparse(2, new int[] {1, 1}, new int[] {0}, new long[1]))
                .withMessageContaining("starts must begin with 0");
        CostTable table = CostTable.dense(1, 2, new long[2]);
        assertThatIllegalArgumentException().isThrownBy(() -> solve(table, 1)).withMessageContaining("1 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solve(table, 1, -2))
                .withMessageContaining("capacities[1] is -2");
    }

    @Test
    void theTableSaysWhichPairsAreAllowed() {
        CostTable table = CostTable.sparse(3, new int[] {0, 2, 2}, new int[] {0, 2}, new long[] {5, 7});
        assertThat(table.cost(0, 2)).hasValue(7);
        assertThat(table.cost(0, 1)).isEmpty();
        assertThat(table.cost(1, 0)).isEmpty();
        assertThat(CostTable.dense(1, 2, new long[] {5, 7}).cost(0, 1)).hasValue(7);
    }
}
