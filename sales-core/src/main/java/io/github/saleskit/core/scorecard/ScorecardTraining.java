package io.github.saleskit.core.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of training: a scorecard, or the refusal to learn from too little, with the reasons.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param won how many examples were won
 * @param lost how many were lost
 * @param card the scorecard; absent when there was too little to learn from
 * @param leaks fields that know the outcome too well; they are in the scorecard unless the trainer was told to leave
 *     them out
 * @param reasons what was learned and how, or why nothing was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScorecardTraining(
        @Required int version,
        @Required int won,
        @Required int lost,
        Optional<Scorecard> card,
        List<LeakSuspicion> leaks,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public ScorecardTraining {
        DocumentVersion.require("scorecard training", version, 1);
        leaks = leaks == null ? List.of() : List.copyOf(leaks);
        reasons = List.copyOf(reasons);
    }

    /**
     * The scorecard, for those who expect one.
     *
     * @throws IllegalStateException with the reasons, when there is none
     */
    public Scorecard scorecard() {
        return card.orElseThrow(() -> new IllegalStateException(String.join(
                "\n",
                reasons.stream().map(reason -> reason.text(Locale.ENGLISH)).toList())));
    }
}
