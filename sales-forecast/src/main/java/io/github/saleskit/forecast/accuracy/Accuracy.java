package io.github.saleskit.forecast.accuracy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How good forecasts of a set of series were: means over the series of the measures of each.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param series how many series were evaluated
 * @param unscaled how many of them are left out of the scaled measures because their history never changes
 * @param smape symmetric mean absolute percentage error, from 0 to 200
 * @param mase mean absolute scaled error; 1 is as good as the (seasonal) naive forecast one step ahead
 * @param owa overall weighted average against Naive2: the mean of the ratios of the two means above to those of Naive2; 0 where
 *     Naive2 makes no errors
 * @param msis mean scaled interval score at 95 %
 * @param coverage share of values within their 95 % intervals
 */
public record Accuracy(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) int series,
        @JsonProperty(required = true) int unscaled,
        @JsonProperty(required = true) double smape,
        @JsonProperty(required = true) double mase,
        @JsonProperty(required = true) double owa,
        @JsonProperty(required = true) double msis,
        @JsonProperty(required = true) double coverage)
        implements StrictDocument {

    public Accuracy {
        DocumentVersion.require("accuracy", version, 1);
    }
}
