package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.staffing.ErlangC;
import io.github.saleskit.core.staffing.Estimate;
import io.github.saleskit.core.staffing.FirstComeQueue;
import io.github.saleskit.core.staffing.QueueEstimate;
import io.github.saleskit.core.staffing.Traffic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how long callers wait: simulated, and by Erlang's formula. */
@Command(
        name = "staffing",
        sortOptions = false,
        description = {
            "Says how long callers wait: simulated first come first served, and by Erlang's formula C. Reads no files.",
            "--rate, --handling and --threshold are in one unit of time, whichever it is: with --rate in "
                    + "arrivals a second",
            "the others are seconds, and so are the waits in the answer. --rate may name its own unit, 200/h, "
                    + "3.5/min or",
            "0.05/s; then all others are seconds. The load is --rate times --handling, in erlangs.",
            "Last line: load, agents, stable, simulatedWaitProbability, analyticWaitProbability, "
                    + "simulatedServiceLevel,",
            "analyticServiceLevel, simulatedSpeedOfAnswer, analyticSpeedOfAnswer; waitProbabilityError,",
            "serviceLevelError, speedOfAnswerError (standard errors of the simulated figures), transitions, accurate",
            "(whether all three errors got below --accuracy), seconds. Service level: the share of arrivals",
            "answered within --threshold. Speed of answer: the mean wait of all arrivals. Where the load is not below",
            "the number of agents, stable is false, nothing is simulated, everybody waits and the speed of "
                    + "answer is null.",
            ""
        })
final class StaffingCommand implements EvaluationCommand {

    @Option(names = "--rate", required = true, paramLabel = "A", description = "Mean arrivals a unit of time.")
    private String rate = "";

    @Option(names = "--handling", required = true, paramLabel = "T", description = "Mean handling time.")
    private double handling;

    @Option(names = "--agents", required = true, paramLabel = "N", description = "How many agents, at most 1,000,000.")
    private int agents;

    @Option(
            names = "--threshold",
            required = true,
            paramLabel = "S",
            description = "Answered in time means within this.")
    private double threshold;

    @Option(names = "--seed", required = true, paramLabel = "X", description = "Of the simulation.")
    private long seed;

    @Option(
            names = "--accuracy",
            paramLabel = "SHARE",
            description = "The standard error to reach, as a share of each figure; default .0015.")
    private double accuracy = .0015;

    @Option(
            names = "--units",
            paramLabel = "U",
            description =
                    "The most arrivals and completions to simulate; default 1,500,000,000, less than half a minute.")
    private long units = 1_500_000_000;

    @Override
    public void run(Run run) {
        Traffic traffic = new Traffic(ArrivalRate.parse(rate), handling);
        ErlangC formula = ErlangC.of(traffic, agents);
        if (!(threshold >= 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException("--threshold is " + threshold + ", but must be 0 or more");
        }
        run.answer("load", traffic.load());
        run.answer("agents", agents);
        run.answer("stable", formula.stable());
        if (formula.stable()) {
            WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(units), run.stop(), run.progress());
            FirstComeQueue queue = FirstComeQueue.of(traffic, agents);
            answer(run, formula, run.measure(() -> queue.simulate(threshold, accuracy, seed, meter)));
        } else {
            answerUnstable(run);
        }
    }

    private void answer(Run run, ErlangC formula, QueueEstimate seen) {
        figure(run, "WaitProbability", seen.waitProbability(), formula.waitProbability());
        figure(run, "ServiceLevel", seen.serviceLevel(), formula.serviceLevel(threshold));
        figure(run, "SpeedOfAnswer", seen.speedOfAnswer(), formula.speedOfAnswer());
        run.answer("waitProbabilityError", seen.waitProbability().standardError());
        run.answer("serviceLevelError", seen.serviceLevel().standardError());
        run.answer("speedOfAnswerError", seen.speedOfAnswer().standardError());
        run.answer("transitions", seen.transitions());
        run.answer("accurate", seen.accurate());
    }

    private static void figure(Run run, String name, Estimate simulated, double analytic) {
        run.answer("simulated" + name, simulated.value());
        run.answer("analytic" + name, analytic);
    }

    private static void answerUnstable(Run run) {
        for (String kind : new String[] {"simulated", "analytic"}) {
            run.answer(kind + "WaitProbability", 1.0);
            run.answer(kind + "ServiceLevel", 0.0);
            run.answer(kind + "SpeedOfAnswer", null);
        }
        run.answer("transitions", 0);
        run.answer("accurate", true);
    }
}
