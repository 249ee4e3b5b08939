package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stages an opportunity goes through, as data.
 *
 * <pre>{@code
 * SalesProcess process = SalesProcess.of("standard", List.of(
 *         Stage.open("discovery", "Discovery", "0.1"),
 *         Stage.open("proposal", "Proposal", "0.5"),
 *         Stage.won("won", "Won"),
 *         Stage.lost("lost", "Lost")));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param stages in their order
 */
public record SalesProcess(@Required int version, @Required String name, List<Stage> stages) implements StrictDocument {

    private static final int MOST_DECIMAL_PLACES = 30;

    public SalesProcess {
        DocumentVersion.require("sales process", version, 1);
        requireNonNull(name, "name");
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** A process of the newest version. */
    public static SalesProcess of(String name, List<Stage> stages) {
        return new SalesProcess(1, name, stages);
    }

    /** The stage with an id, if there is one. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * Reports whatever is wrong with this process: ids that are blank or given twice, no open, won or lost stage,
     * probabilities beyond 0 to 1, with more than 30 decimal places or at odds with the type.
     */
    public void check(Problems problems) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            checkId(stages.get(i).id(), ids, problems.at("stages", i, "id"));
            checkProbability(stages.get(i), problems.at("stages", i, "probability"));
        }
        for (StageType type : List.of(StageType.OPEN, StageType.WON, StageType.LOST)) {
            if (stages.stream().noneMatch(stage -> stage.type() == type)) {
                problems.at("stages")
                        .report("stage.typeMissing", type.toString(), "there is no stage of the type " + type);
            }
        }
    }

    private static void checkId(String id, Set<String> before, Problems problems) {
        if (id.isBlank()) {
            problems.report("stage.idBlank", id, "the id of a stage must not be blank");
        } else if (!before.add(id)) {
            problems.report("stage.duplicate", id, "there is another stage with the id \"" + id + "\" before");
        }
    }

    private static void checkProbability(Stage stage, Problems problems) {
        BigDecimal probability = stage.probability();
        String value = probability.toString();
        if (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            problems.report(
                    "stage.probabilityRange", value, "a probability is from 0 to 1", "Maybe it is written in percent?");
        } else if (Math.abs((long) probability.scale()) > MOST_DECIMAL_PLACES) {
            problems.report(
                    "stage.probabilityPlaces",
                    value,
                    "a probability has at most " + MOST_DECIMAL_PLACES + " decimal places");
        } else if (stage.type() == StageType.WON && probability.compareTo(BigDecimal.ONE) != 0) {
            problems.report("stage.probabilityOfWon", value, "the probability of a won stage is 1");
        } else if (stage.type() == StageType.LOST && probability.signum() != 0) {
            problems.report("stage.probabilityOfLost", value, "the probability of a lost stage is 0");
        }
    }
}
