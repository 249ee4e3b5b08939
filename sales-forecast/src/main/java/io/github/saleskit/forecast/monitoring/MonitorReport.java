package io.github.saleskit.forecast.monitoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a value says about the forecasts before it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param alerts what people should look at; none where all is as expected
 * @param nextHistory with the value in it, to be stored
 * @param reasons those of the alerts, or why there is none
 */
@ValueStyle
@Value.Builder
public record MonitorReport(
        @Required int version,
        @Required List<Alert> alerts,
        @Required AccuracyHistory nextHistory,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument, WithMonitorReport {

    public MonitorReport {
        DocumentVersion.require("monitor report", version, 1);
        alerts = List.copyOf(alerts);
        requireNonNull(nextHistory, "nextHistory");
        reasons = List.copyOf(reasons);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds reports. */
    public static final class Builder extends MonitorReportBuilder {
        Builder() {
            version(1);
        }
    }
}
