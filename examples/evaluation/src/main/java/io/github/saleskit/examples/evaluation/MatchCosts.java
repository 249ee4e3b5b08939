package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.assignment.CostTable;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The costs of a matching in whole numbers.
 *
 * @param table the costs
 * @param digits how many digits of each number stand behind the point
 */
record MatchCosts(CostTable table, int digits) {

    private static final long BELOW = 1_000_000;
    private static final long ELIGIBILITY = 7919;
    private static final int MOST_DIGITS = 12;

    private static final TableForm FORM =
            TableForm.of("costs").required("lead", "id").required("rep", "id").required("cost", "number");

    /** The next number of the generator SplitMix64 (G. Steele, D. Lea and C. Flood, 2014). */
    static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static MatchCosts generated(int leads, int reps, int eligible, long seed) {
        if ((long) leads * eligible > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    leads + " leads with " + eligible + " reps each are more pairs than fit into memory");
        }
        long[] costs = new long[leads * eligible];
        int[] starts = new int[leads + 1];
        int[] pairs = new int[eligible == reps ? 0 : costs.length];
        for (int lead = 0; lead < leads; lead++) {
            int start = lead * eligible;
            starts[lead + 1] = start + eligible;
            int[] row = eligible == reps ? new int[0] : eligible(seed, lead, reps, eligible);
            for (int i = 0; i < eligible; i++) {
                int rep = eligible == reps ? i : row[i];
                costs[start + i] = (mix(seed + (long) lead * reps + rep) >>> 1) % BELOW;
            }
            System.arraycopy(row, 0, pairs, eligible == reps ? 0 : start, row.length);
        }
        return new MatchCosts(
                eligible == reps ? CostTable.dense(leads, reps, costs) : CostTable.sparse(reps, starts, pairs, costs),
                0);
    }

    /** The reps with the smallest hashes, in ascending order; of equal hashes the first. */
    private static int[] eligible(long seed, int lead, int reps, int count) {
        long[] hashes = new long[reps];
        for (int rep = 0; rep < reps; rep++) {
            hashes[rep] = mix(seed + ELIGIBILITY + (long) lead * reps + rep) ^ Long.MIN_VALUE;
        }
        if (count == 0) {
            return new int[0];
        }
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long last = sorted[count - 1];
        int ties = 0;
        for (int i = 0; i < count; i++) {
            ties += sorted[i] == last ? 1 : 0;
        }
        int[] row = new int[count];
        int filled = 0;
        for (int rep = 0; rep < reps; rep++) {
            if (hashes[rep] < last || (hashes[rep] == last && ties-- > 0)) {
                row[filled++] = rep;
            }
        }
        return row;
    }

    private record Pair(String rep, BigDecimal cost) {}

    static MatchCosts read(Path file) {
        FileProblems problems = new FileProblems();
        Map<String, Map<String, BigDecimal>> byLead = new TreeMap<>();
        Map<String, Integer> reps = new TreeMap<>();
        new TableReader(file, FORM, problems).forEach(row -> add(row, byLead, reps));
        problems.throwIfAny();
        int next = 0;
        for (Map.Entry<String, Integer> rep : reps.entrySet()) {
            rep.setValue(next++);
        }
        List<Pair> pairs = new ArrayList<>();
        int[] starts = new int[byLead.size() + 1];
        int lead = 0;
        for (Map<String, BigDecimal> costs : byLead.values()) {
            costs.forEach((rep, cost) -> pairs.add(new Pair(rep, cost)));
            starts[++lead] = pairs.size();
        }
        int digits = pairs.stream()
                .mapToInt(pair -> Math.max(0, pair.cost().scale()))
                .max()
                .orElse(0);
        long[] costs =
                pairs.stream().mapToLong(pair -> whole(pair.cost(), digits)).toArray();
        int[] indexes = pairs.stream()
                .mapToInt(pair -> reps.getOrDefault(pair.rep(), -1))
                .toArray();
        return new MatchCosts(CostTable.sparse(reps.size(), starts, indexes, costs), digits);
    }

    private static void add(Row row, Map<String, Map<String, BigDecimal>> byLead, Map<String, Integer> reps) {
        BigDecimal cost = row.number("cost").stripTrailingZeros();
        if (cost.scale() > MOST_DIGITS || cost.precision() - cost.scale() > MOST_DIGITS) {
            String message = "cost is " + row.text("cost") + ", expected at most 12 digits on each side of the point";
            row.report("cost", "cost.digits", row.text("cost"), message, null);
            return;
        }
        String rep = row.text("rep");
        reps.put(rep, 0);
        if (byLead.computeIfAbsent(row.text("lead"), id -> new TreeMap<>()).put(rep, cost) != null) {
            String message = "the pair of lead " + row.text("lead") + " and rep " + rep + " was given before";
            row.report("rep", "pair.duplicate", rep, message, null);
        }
    }

    private static long whole(BigDecimal cost, int digits) {
        BigInteger units = cost.setScale(digits).unscaledValue();
        if (units.bitLength() > 62) {
            throw new IllegalArgumentException("costs have too many digits together, such as " + cost);
        }
        return units.longValueExact();
    }

    /** A total as it is written: a whole number where all costs are. */
    Number number(long units) {
        return digits <= 0 ? (Number) units : BigDecimal.valueOf(units, digits);
    }
}
