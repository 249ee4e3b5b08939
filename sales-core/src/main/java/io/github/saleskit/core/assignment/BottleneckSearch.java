package io.github.saleskit.core.assignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the groups of reps that have too little room: whoever can be reached from an unmatched lead by going from leads
 * to reps who may take them, and from reps to the leads they have. Groups that share a rep are one. O(pairs).
 */
final class BottleneckSearch {

    private static final int NONE = -1;

    private final CostTable table;
    private final IndexMatching matching;
    private final int[] groupOfRep;
    private final int[] groupOfLead;
    private final int[] parents;
    private final List<List<Integer>> leadsOfRep = new ArrayList<>();

    BottleneckSearch(CostTable table, IndexMatching matching) {
        this.table = table;
        this.matching = matching;
        this.groupOfRep = new int[table.reps()];
        this.groupOfLead = new int[table.leads()];
        this.parents = new int[table.leads()];
        Arrays.fill(groupOfRep, NONE);
        Arrays.fill(groupOfLead, NONE);
        Arrays.setAll(parents, lead -> lead);
        for (int rep = 0; rep < table.reps(); rep++) {
            leadsOfRep.add(new ArrayList<>());
        }
        for (int lead = 0; lead < table.leads(); lead++) {
            if (matching.repOf(lead) != IndexMatching.UNMATCHED) {
                leadsOfRep.get(matching.repOf(lead)).add(lead);
            }
        }
    }

    /** Forms the groups. */
    void run() {
        for (int lead = 0; lead < groupOfLead.length; lead++) {
            if (matching.repOf(lead) == IndexMatching.UNMATCHED && table.from(lead) < table.to(lead)) {
                reach(lead);
            }
        }
    }

    /** The number of the lead's group, or negative when it is in none. */
    int groupOf(int lead) {
        return groupOfLead[lead] == NONE ? NONE : root(groupOfLead[lead]);
    }

    /** The members of each group, by its number, in ascending order. */
    SortedMap<Integer, Group> groups() {
        SortedMap<Integer, Group> groups = new TreeMap<>();
        for (int lead = 0; lead < groupOfLead.length; lead++) {
            if (groupOfLead[lead] != NONE) {
                groups.computeIfAbsent(groupOf(lead), number -> new Group())
                        .leads()
                        .add(lead);
            }
        }
        for (int rep = 0; rep < groupOfRep.length; rep++) {
            if (groupOfRep[rep] != NONE) {
                groups.computeIfAbsent(root(groupOfRep[rep]), number -> new Group())
                        .reps()
                        .add(rep);
            }
        }
        return groups;
    }

    /** Reps, and the leads that can go only to them. */
    record Group(List<Integer> reps, List<Integer> leads) {

        Group() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private void reach(int start) {
        groupOfLead[start] = start;
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int lead = waiting.pop();
            int from = table.from(lead);
            for (int entry = from; entry < table.to(lead); entry++) {
                int rep = table.rep(entry, from);
                if (groupOfRep[rep] != NONE) {
                    parents[root(groupOfRep[rep])] = root(start);
                    continue;
                }
                groupOfRep[rep] = start;
                for (int next : leadsOfRep.get(rep)) {
                    groupOfLead[next] = start;
                    waiting.push(next);
                }
            }
        }
    }

    private int root(int group) {
        int root = group;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
