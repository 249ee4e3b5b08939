package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Sums over joint columns against sums column by column; of whole numbers, which are exact in any order. */
class JointColumnsPropertyTest {

    private static Column column(Random random) {
        int values = random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(12);
        return Column.nominal(
                "f",
                FieldPart.VALUE,
                IntStream.range(0, values).mapToObj(v -> "v" + v).toArray(String[]::new));
    }

    private static char[] codes(Column column, int rows, Random random) {
        char[] codes = new char[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = (char) random.nextInt(column.size);
        }
        return codes;
    }

    private static double[] whole(int size, Random random) {
        return random.ints(size, -1_000, 1_000).asDoubleStream().toArray();
    }

    @Property(tries = 100)
    void figuresAndSumsAreThoseOfEachColumnByItself(@ForAll long seed) {
        Random random = new Random(seed);
        int rows = random.nextInt(2) == 0 ? random.nextInt(50) : random.nextInt(6_000);
        List<Column> columns =
                Stream.generate(() -> column(random)).limit(random.nextInt(14)).toList();
        char[][] codes =
                columns.stream().map(column -> codes(column, rows, random)).toArray(char[][]::new);
        JointColumns joint = new CodedTable(columns, codes, new byte[rows]).joint();
        for (int round = 0; round < 2; round++) {
            double[][] figures =
                    columns.stream().map(column -> whole(column.size, random)).toArray(double[][]::new);
            double[] sums = whole(rows, random);
            double[] expectedSums = sums.clone();
            double[] amounts = whole(rows, random);
            double[][] expectedByCode =
                    columns.stream().map(column -> new double[column.size]).toArray(double[][]::new);
            for (int c = 0; c < codes.length; c++) {
                for (int i = 0; i < rows; i++) {
                    expectedSums[i] += figures[c][codes[c][i]];
                    expectedByCode[c][codes[c][i]] += amounts[i];
                }
            }
            joint.addFigures(figures, sums);
            assertThat(sums).isEqualTo(expectedSums);
            joint.sumByCode(amounts, figures);
            assertThat(figures).isDeepEqualTo(expectedByCode);
        }
    }
}
