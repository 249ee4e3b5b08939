package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.accuracy.Accuracy;
import io.github.saleskit.forecast.accuracy.PooledAccuracy;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastDocumentsTest {

    @Test
    void whatADocumentHasToGiveIsNeitherAbsentNorNull() {
        String pooled = "{\"smape\":14.9,\"coverage\":0.87}";
        RequiredComponents.assertNamed(pooled, PooledAccuracy.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"series\":617,\"unscaled\":2,\"smape\":14.9,\"coverage\":0.87,\"pooled\":" + pooled
                        + "}",
                Accuracy.class);
        RequiredComponents.assertNamed(
                "{\"observations\":4,\"sigma\":0.5,\"meanAbsoluteError\":0.25}", FitSummary.class);
        RequiredComponents.assertNamed("{\"version\":1,\"model\":\"naive\"}", ForecastDefinition.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"forecasts\":{},\"failures\":{},\"reasons\":[]}", BatchForecast.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aForecastWithoutNumbersIsNoForecast(JsonLine line) {
        Forecast forecast =
                Forecaster.compile(ForecastDefinition.of("naive")).forecast(TimeSeries.of(TimePeriod.step(1), 4, 5), 1);
        String text = line.write(forecast);
        assertThatThrownBy(() -> line.read(text.replace("\"mean\":[5.0]", "\"mean\":[null]"), Forecast.class))
                .hasMessageContaining("mean");
    }
}
