/** Forecasts from the sales history and from the pipeline. */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.forecast {
    requires transitive io.github.saleskit.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports io.github.saleskit.forecast.series;

    opens io.github.saleskit.forecast.series to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.forecast.internal.ForecastReasonCatalog;
}
