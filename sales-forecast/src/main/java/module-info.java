/** Forecasts from the sales history and from the pipeline. */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.forecast {
    requires transitive io.github.saleskit.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports io.github.saleskit.forecast.accuracy;
    exports io.github.saleskit.forecast.hierarchy;
    exports io.github.saleskit.forecast.launch;
    exports io.github.saleskit.forecast.model;
    exports io.github.saleskit.forecast.monitoring;
    exports io.github.saleskit.forecast.pipeline;
    exports io.github.saleskit.forecast.planning;
    exports io.github.saleskit.forecast.selection;
    exports io.github.saleskit.forecast.series;

    opens io.github.saleskit.forecast.accuracy to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.hierarchy to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.launch to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.model to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.monitoring to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.pipeline to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.planning to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.selection to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.forecast.series to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.forecast.internal.ForecastReasonCatalog;
}
