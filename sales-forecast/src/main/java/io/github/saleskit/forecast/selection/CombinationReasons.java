package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** Why a combined forecast is what it is. */
final class CombinationReasons {

    private final Combination combination;
    private final List<Member> members;
    private final Combiner combiner;
    private final Backtest backtest;

    CombinationReasons(Combination combination, List<Member> members, Combiner combiner, Backtest backtest) {
        this.combination = combination;
        this.members = members;
        this.combiner = combiner;
        this.backtest = backtest;
    }

    /**
     * All reasons of the forecast.
     *
     * @param known the part of the history that counts
     * @param errors of the combination
     * @param outliers one for each value that was replaced
     */
    List<Reason> all(TimeSeries history, TimeSeries known, CombinedErrors errors, List<Reason> outliers) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                        "forecast.selection.combined",
                        "models",
                        combiner.kept().size(),
                        "combination",
                        combination.words())
                .withDetails(ofMembers()));
        reasons.add(Reason.of(
                "forecast.selection.backtest", "origins", errors.origins(), "error", Numbers.text(errors.meanError())));
        if (!known.start().equals(history.start())) {
            reasons.add(Reason.of(
                    "forecast.selection.leftOut",
                    "periods",
                    history.start().until(known.start()),
                    "start",
                    known.start()));
        }
        int missing = history.length() - history.observed();
        if (missing > 0) {
            reasons.add(Reason.of("forecast.selection.missing", "missing", missing, "periods", history.length()));
        }
        if (!outliers.isEmpty()) {
            reasons.add(Reason.of("forecast.selection.outliers", "outliers", outliers.size())
                    .withDetails(outliers));
        }
        return reasons;
    }

    private List<Reason> ofMembers() {
        List<Reason> details = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String model = members.get(i).name();
            String error = Numbers.text(backtest.meanError(i));
            int at = combiner.kept().indexOf(i);
            if (at < 0) {
                details.add(Reason.of("forecast.selection.dropped", "model", model, "error", error));
            } else if (combiner.isWeighted()) {
                String weight = Numbers.percent(combiner.share(at));
                details.add(Reason.of("forecast.selection.weighted", "model", model, "error", error, "weight", weight));
            } else {
                details.add(Reason.of("forecast.selection.member", "model", model, "error", error));
            }
        }
        return details;
    }
}
