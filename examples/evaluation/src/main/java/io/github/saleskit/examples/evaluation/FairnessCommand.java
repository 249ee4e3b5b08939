package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.assignment.Rotation;
import io.github.saleskit.core.assignment.RotationGroup;
import io.github.saleskit.core.definition.StopSignal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how far a rotation ever is from what everybody is entitled to. */
@Command(
        name = "fairness",
        sortOptions = false,
        description = {
            "Gives many turns by the rotation of the assigner and measures how far anybody ever is from their due.",
            "After each turn, for each person: deviation = turns got - turns entitled to. At a turn the people who are",
            "there are entitled to shares of it in proportion to their weights; so without absence, after n turns, to",
            "n * weight / sum of weights. With --absence R each person is away at each turn with probability R,",
            "independently; at a turn when all are away nobody gets anything and nobody is entitled.",
            "Last line: worstAbove, the largest deviation of anybody at any time; worstBelow, the smallest, negative;",
            "picks, turns given; seconds. With k people and no absence neither is beyond 1 - 1/(2k-2).",
            ""
        })
final class FairnessCommand implements EvaluationCommand {

    @Option(
            names = "--weights",
            required = true,
            split = ",",
            paramLabel = "w",
            description = "Whole numbers from 1 to 1,000,000, one for each person.")
    private List<Integer> weights = new ArrayList<>();

    @Option(names = "--picks", required = true, paramLabel = "N", description = "How many turns.")
    private long picks;

    @Option(
            names = "--absence",
            paramLabel = "R",
            description = "Chance of being away, from 0 to below 1; 0 when not given.")
    private double absence;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the absences; 0 when not given.")
    private long seed;

    @Override
    public void run(Run run) {
        if (picks < 1) {
            throw new IllegalArgumentException("--picks is " + picks + ", but must be at least 1");
        }
        if (!(absence >= 0 && absence < 1)) {
            throw new IllegalArgumentException("--absence is " + absence + ", but must be from 0 to below 1");
        }
        RotationGroup group = RotationGroup.of(named());
        Deviations deviations = run.measure(() -> measure(group, run));
        run.answer("worstAbove", deviations.worstAbove());
        run.answer("worstBelow", deviations.worstBelow());
        run.answer("picks", deviations.turns());
    }

    /** Ids whose natural order is that of the weights as they were given. */
    private Map<String, Integer> named() {
        Map<String, Integer> named = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            named.put(String.format(Locale.ROOT, "%07d", i + 1), weights.get(i));
        }
        return named;
    }

    private Deviations measure(RotationGroup group, Run run) {
        Random random = new Random(seed);
        StopSignal stop = run.stop();
        Deviations deviations = new Deviations(group);
        BitSet present = group.everybody();
        Rotation rotation = Rotation.start();
        run.progress().onProgress("giving turns", 0, picks);
        for (long n = 1; n <= picks && !stop.stopRequested(); n++) {
            if (absence > 0) {
                draw(present, group.size(), random);
            }
            if (!present.isEmpty()) {
                Rotation.Turn turn = rotation.turn(group, present);
                rotation = turn.next();
                deviations.add(present, group.indexOf(turn.id()));
            }
            if (n % 1_000_000 == 0) {
                run.progress().onProgress("giving turns", n, picks);
            }
        }
        return deviations;
    }

    private void draw(BitSet present, int people, Random random) {
        for (int i = 0; i < people; i++) {
            present.set(i, random.nextDouble() >= absence);
        }
    }
}
