package io.github.saleskit.territory.design.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an earlier plan with today's eyes. */
final class Earlier {

    private Earlier() {}

    /** The territory of today that an earlier one goes on as, or null when it is closed. */
    static @Nullable String today(Map<String, Integer> territories, RealignTask task, String earlier) {
        String name = task.successors().getOrDefault(earlier, earlier);
        return territories.containsKey(name) ? name : null;
    }

    static Origin origin(Instance instance, RealignTask task) {
        Map<String, Integer> numbers = Demands.territoryNumbers(instance.territories);
        int[] territory = new int[instance.accounts.size()];
        double[] weight = new double[territory.length];
        for (int a = 0; a < territory.length; a++) {
            String earlier = task.earlier().get(instance.accounts.get(a).id());
            String now = earlier == null ? null : today(numbers, task, earlier);
            territory[a] = now == null ? Instance.FREE : numbers.getOrDefault(now, Instance.FREE);
            weight[a] = earlier == null ? 0 : weight(instance, task, a);
        }
        return new Origin(territory, weight, 0);
    }

    private static double weight(Instance instance, RealignTask task, int a) {
        return task.weight()
                .map(measure -> instance.accounts.get(a).activity(measure))
                .orElse(1.0);
    }

    /** How many accounts were in no territory before. */
    static int placed(Instance instance, RealignTask task) {
        return (int) instance.accounts.stream()
                .filter(account -> !task.earlier().containsKey(account.id()))
                .count();
    }

    /** The sum of distances to the centres of the earlier territories, as far as their accounts are still there. */
    static double distance(Instance instance, RealignTask task) {
        Instance single = instance.ungrouped();
        Map<String, Integer> numbers = Demands.territoryNumbers(instance.territories);
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int a = 0; a < single.n; a++) {
            String earlier = task.earlier().get(single.accounts.get(a).id());
            if (earlier != null) {
                String now = today(numbers, task, earlier);
                members.computeIfAbsent(now == null ? earlier : now, name -> new ArrayList<>())
                        .add(a);
            }
        }
        double sum = 0;
        for (Map.Entry<String, List<Integer>> territory : members.entrySet()) {
            int number = numbers.getOrDefault(territory.getKey(), Instance.FREE);
            int[] group = territory.getValue().stream().mapToInt(a -> a).toArray();
            int home = number == Instance.FREE ? Instance.FREE : single.home[number];
            int centre = home == Instance.FREE ? Median.of(single.positions, group, group.length, group[0]) : home;
            sum += Arrays.stream(group)
                    .mapToDouble(a -> single.positions.distance(a, centre))
                    .sum();
        }
        return sum;
    }
}
