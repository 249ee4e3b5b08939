package io.github.saleskit.examples.benchmarks;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * The same as {@link MedianBenchmark} by Timefold with its default algorithms: each group has a centre to be chosen,
 * each point a group.
 */
public class TimefoldMedianBenchmark extends MedianSetting {

    /** Timefold. */
    @Benchmark
    public double timefold(Reached reached) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Group.class, Point.class)
                .withConstraintProviderClass(Rules.class)
                .withRandomSeed(1L)
                .withTerminationSpentLimit(Duration.ofSeconds(seconds));
        Plan plan = SolverFactory.<Plan>create(config).buildSolver().solve(new Plan(task));
        // a plan whose construction the time did not suffice for has points without a group
        boolean found = plan.points.stream().allMatch(point -> point.group != null && point.group.centre != null)
                && plan.score.isFeasible();
        int[] groups = plan.points.stream()
                .mapToInt(point -> point.group == null ? -1 : point.group.number)
                .toArray();
        reached.cost = found ? task.cost(groups) : 0;
        return reached.cost;
    }

    /** A group of points whose centre is to be chosen. */
    @PlanningEntity
    public static class Group {
        int number;
        int capacity;

        /** The number of the point at the centre. */
        @PlanningVariable
        public Integer centre;

        /** For the solver. */
        public Group() {}
    }

    /** A point whose group is to be chosen. */
    @PlanningEntity
    public static class Point {
        int number;
        MedianTask task;

        /** The group. */
        @PlanningVariable
        public Group group;

        /** For the solver. */
        public Point() {}

        /** The group, as joins ask for it. */
        public Group group() {
            return group;
        }
    }

    /** A solution. */
    @PlanningSolution
    public static class Plan {
        /** All numbers of points. */
        @ValueRangeProvider
        @ProblemFactCollectionProperty
        public List<Integer> numbers;

        /** All groups. */
        @ValueRangeProvider
        @PlanningEntityCollectionProperty
        public List<Group> groups;

        /** All points. */
        @PlanningEntityCollectionProperty
        public List<Point> points;

        /** Capacities broken, then distances. */
        @PlanningScore
        public HardSoftScore score;

        /** For the solver. */
        public Plan() {}

        Plan(MedianTask task) {
            numbers = IntStream.range(0, task.points).boxed().toList();
            groups = IntStream.range(0, task.centres).mapToObj(number -> group(number, task)).toList();
            points = IntStream.range(0, task.points)
                    .mapToObj(number -> point(number, task))
                    .toList();
        }

        private static Group group(int number, MedianTask task) {
            Group group = new Group();
            group.number = number;
            group.capacity = task.capacity;
            return group;
        }

        private static Point point(int number, MedianTask task) {
            Point point = new Point();
            point.number = number;
            point.task = task;
            return point;
        }
    }

    /** Capacities and distances. */
    public static class Rules implements ConstraintProvider {
        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                factory.forEach(Point.class)
                        .groupBy(Point::group, ConstraintCollectors.sum(p -> p.task.demand[p.number]))
                        .penalize(HardSoftScore.ONE_HARD, (group, load) -> Math.max(0, load - group.capacity))
                        .asConstraint("capacity"),
                factory.forEach(Point.class)
                        .join(Group.class, Joiners.equal(Point::group, group -> group))
                        .penalize(
                                HardSoftScore.ONE_SOFT,
                                (point, group) -> point.task.rounded(point.number, group.centre))
                        .asConstraint("distance")
            };
        }
    }
}
