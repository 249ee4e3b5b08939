package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.realign.EarlierPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Yesterday's plan of an instance and today's demands; a territory has the number of its centre as its id. */
final class RealignInput {

    private static final int UNKNOWN = -1;

    private static final TableForm PLAN = TableForm.of("plan")
            .required("point", "number of a point, from 0")
            .required("centre", "number of the point that serves it");

    private static final TableForm DEMAND = TableForm.of("demand")
            .required("point", "number of a point, from 0")
            .required("demand", "at least 0");

    private final MedianInstance points;
    /** The centre of each point before. */
    private final int[] centre;

    private RealignInput(MedianInstance points, int[] centre) {
        this.points = points;
        this.centre = centre;
    }

    /** The instance with today's demands. */
    MedianInstance points() {
        return points;
    }

    /** Reads the files; throws with every problem, up to a hundred. */
    static RealignInput read(Path instance, Path plan, @Nullable Path demand) {
        MedianInstance before = MedianInstance.read(instance);
        FileProblems problems = new FileProblems();
        int[] centre = new int[before.points()];
        Arrays.fill(centre, UNKNOWN);
        new TableReader(plan, PLAN, problems).forEach(row -> {
            int sound = problems.count();
            int point = point(row, "point", centre.length);
            int by = point(row, "centre", centre.length);
            if (problems.count() == sound) {
                requireNew(row, centre[point] == UNKNOWN);
                centre[point] = by;
            }
        });
        Map<Integer, Double> demands = new LinkedHashMap<>();
        if (demand != null) {
            new TableReader(demand, DEMAND, problems).forEach(row -> {
                int sound = problems.count();
                int point = point(row, "point", centre.length);
                double today = row.number("demand", 0, 1e100);
                if (problems.count() == sound) {
                    requireNew(row, demands.put(point, today) == null);
                }
            });
        }
        problems.throwIfAny();
        check(plan, centre, problems);
        return new RealignInput(withDemands(before, demands), centre);
    }

    private static void requireNew(Row row, boolean fresh) {
        if (!fresh) {
            row.report("point", "point.duplicate", row.text("point"), "the point is there twice", null);
        }
    }

    private static int point(Row row, String column, int points) {
        return (int) row.whole(column, 0, points - 1);
    }

    private static void check(Path plan, int[] centre, FileProblems problems) {
        for (int point = 0; point < centre.length && !problems.full(); point++) {
            if (centre[point] == UNKNOWN) {
                report(plan, problems, "point.missing", "the point " + point + " is in no line");
            } else if (centre[centre[point]] != UNKNOWN && centre[centre[point]] != centre[point]) {
                String message = "the point " + point + " is served by " + centre[point] + ", which is no centre: "
                        + centre[centre[point]] + " serves it";
                report(plan, problems, "centre.served", message);
            }
        }
        problems.throwIfAny();
    }

    private static void report(Path plan, FileProblems problems, String code, String message) {
        problems.report(plan.toString(), 1, 1, code, null, message, null);
    }

    private static MedianInstance withDemands(MedianInstance before, Map<Integer, Double> demands) {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int point = 0; point < before.points(); point++) {
            TerritoryAccount account = before.accounts().get(point);
            double demand = demands.getOrDefault(point, account.activity(MedianInstance.DEMAND));
            accounts.add(TerritoryAccount.of(account.id(), account.place(), MedianInstance.DEMAND, demand));
        }
        return new MedianInstance(before.points(), before.territories(), before.capacity(), accounts);
    }

    /**
     * The plan as the library knows it.
     *
     * @param mergers the centre that goes on, by the one that is merged into it
     */
    EarlierPlan earlier(Map<Integer, Integer> mergers) {
        Map<String, String> territories = new LinkedHashMap<>();
        for (int point = 0; point < centre.length; point++) {
            territories.put(MedianInstance.id(point), Integer.toString(centre[point]));
        }
        EarlierPlan plan = EarlierPlan.of(territories);
        for (Map.Entry<Integer, Integer> merger : mergers.entrySet()) {
            plan = plan.withSuccessor(
                    merger.getKey().toString(), merger.getValue().toString());
        }
        return plan;
    }

    /** The sum of the distances to the centres before. */
    double costBefore() {
        double sum = 0;
        for (int point = 0; point < centre.length; point++) {
            sum += place(point).place().distanceTo(place(centre[point]).place());
        }
        return sum;
    }

    private TerritoryAccount place(int point) {
        return points.accounts().get(point);
    }

    /**
     * Today's problem.
     *
     * @param leave centres that are closed
     * @param join points that become centres
     * @param mergers centres that are merged into others, which stay
     * @param freeCentres whether other points may become the centres of the territories that stay
     */
    TerritoryProblem problem(
            List<Integer> leave, List<Integer> join, Map<Integer, Integer> mergers, boolean freeCentres) {
        TreeSet<Integer> today = new TreeSet<>();
        Arrays.stream(centre).forEach(today::add);
        requireCentres("--leave", today, leave);
        requireCentres("--merge", today, mergers.keySet());
        today.removeAll(leave);
        today.removeAll(mergers.keySet());
        requireCentres("--merge", today, mergers.values());
        requireNoCentres(today, join);
        if (today.isEmpty() && join.isEmpty()) {
            throw new IllegalArgumentException("--leave names every centre, and none joins, but there has to be one");
        }
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .addAllAccounts(points.accounts())
                .addLimits(ActivityLimit.atMost(MedianInstance.DEMAND, points.capacity()));
        today.forEach(point -> add(problem, point, !freeCentres));
        join.forEach(point -> add(problem, point, true));
        return problem.build();
    }

    private void add(TerritoryProblem.Builder problem, int point, boolean atHome) {
        String id = Integer.toString(point);
        if (atHome) {
            problem.addTerritories(
                    Territory.builder().id(id).home(place(point).place()).build());
            problem.addFixed(new FixedAssignment(MedianInstance.id(point), id));
        } else {
            problem.addTerritories(Territory.of(id));
        }
    }

    private static void requireCentres(String option, Set<Integer> centres, Collection<Integer> named) {
        for (int point : named) {
            if (!centres.contains(point)) {
                throw new IllegalArgumentException(
                        option + " names " + point + ", which is no centre of the plan, or leaves it");
            }
        }
    }

    private void requireNoCentres(Set<Integer> centres, List<Integer> join) {
        Set<Integer> seen = new TreeSet<>(centres);
        for (int point : join) {
            if (point < 0 || point >= points.points()) {
                throw new IllegalArgumentException(
                        "--join names " + point + ", but points are from 0 to " + (points.points() - 1));
            }
            if (!seen.add(point)) {
                throw new IllegalArgumentException("--join names " + point + ", which is a centre already");
            }
        }
    }
}
