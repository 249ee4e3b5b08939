package io.github.saleskit.territory.design;

import java.util.List;

/** Tries every way to put accounts into two territories; written from the definition. */
final class BruteForceDemands {

    private BruteForceDemands() {}

    /** Whether any way keeps the maxima, the forbidden assignments and the groups. */
    static boolean feasible(TerritoryProblem problem) {
        int n = problem.accounts().size();
        for (int mask = 1; mask < (1 << n) - 1; mask++) {
            if (keeps(problem, mask)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keeps(TerritoryProblem problem, int mask) {
        for (ActivityLimit limit : problem.limits()) {
            double[] load = new double[2];
            for (int i = 0; i < problem.accounts().size(); i++) {
                load[mask >> i & 1] += problem.accounts().get(i).activity(limit.measure());
            }
            if (Math.max(load[0], load[1]) > limit.maximum().orElse(Double.MAX_VALUE)) {
                return false;
            }
        }
        return problem.forbidden().stream()
                        .noneMatch(no -> no.territory().equals("T" + (1 + side(problem, mask, no.account()))))
                && problem.together().stream().allMatch(group -> sides(problem, mask, group) == 1)
                && problem.apart().stream()
                        .allMatch(group ->
                                sides(problem, mask, group) == group.accounts().size());
    }

    private static long sides(TerritoryProblem problem, int mask, AccountGroup group) {
        return group.accounts().stream()
                .map(account -> side(problem, mask, account))
                .distinct()
                .count();
    }

    private static int side(TerritoryProblem problem, int mask, String account) {
        List<String> ids = problem.accounts().stream().map(TerritoryAccount::id).toList();
        return mask >> ids.indexOf(account) & 1;
    }
}
