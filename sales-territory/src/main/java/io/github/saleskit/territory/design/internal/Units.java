package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What moves as a whole: single accounts, and groups that must stay together; accounts are sorted by id, units by their
 * first.
 */
final class Units {

    final List<TerritoryAccount> accounts;
    /** The accounts of each unit, ascending. */
    final int[][] members;
    /** The unit of each account. */
    final int[] unitOf;

    private Units(List<TerritoryAccount> accounts, int[] leader) {
        this.accounts = accounts;
        this.unitOf = new int[leader.length];
        int[] size = new int[leader.length];
        int count = 0;
        int[] unitOfLeader = new int[leader.length];
        for (int a = 0; a < leader.length; a++) {
            unitOfLeader[a] = leader[a] == a ? count++ : -1;
        }
        for (int a = 0; a < leader.length; a++) {
            unitOf[a] = unitOfLeader[leader[a]];
            size[unitOf[a]]++;
        }
        members = new int[count][];
        Arrays.setAll(members, u -> new int[size[u]]);
        for (int a = leader.length - 1; a >= 0; a--) {
            members[unitOf[a]][--size[unitOf[a]]] = a;
        }
    }

    static Units of(TerritoryProblem problem, boolean grouped) {
        List<TerritoryAccount> sorted = new ArrayList<>(problem.accounts());
        sorted.sort(Comparator.comparing(TerritoryAccount::id));
        int[] leader = IntStream.range(0, sorted.size()).toArray();
        if (grouped && !problem.together().isEmpty()) {
            join(problem.together(), numbers(sorted), leader);
        }
        return new Units(sorted, leader);
    }

    static Map<String, Integer> numbers(List<TerritoryAccount> sorted) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int a = 0; a < sorted.size(); a++) {
            numbers.put(sorted.get(a).id(), a);
        }
        return numbers;
    }

    private static void join(List<AccountGroup> groups, Map<String, Integer> numbers, int[] leader) {
        for (AccountGroup group : groups) {
            int first = find(leader, numbers.getOrDefault(group.accounts().get(0), 0));
            for (String id : group.accounts()) {
                int other = find(leader, numbers.getOrDefault(id, 0));
                leader[Math.max(first, other)] = Math.min(first, other);
                first = Math.min(first, other);
            }
        }
        for (int a = 0; a < leader.length; a++) {
            leader[a] = find(leader, a);
        }
    }

    private static int find(int[] leader, int a) {
        int at = a;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    int count() {
        return members.length;
    }

    /** The account that stands for a unit: the one with the least distance to the others. */
    int representative(int unit) {
        int[] group = members[unit];
        if (group.length <= 2) {
            return group[0];
        }
        int best = group[0];
        double least = Double.POSITIVE_INFINITY;
        for (int candidate : group) {
            double sum = 0;
            for (int other : group) {
                sum += accounts.get(other)
                        .place()
                        .distanceTo(accounts.get(candidate).place());
            }
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        return best;
    }
}
