package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A year ahead of a made monthly series: by one model, and by the automatic ensemble. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForecastBenchmark {

    static final int SERIES = 20;

    /** How many months a series has. */
    @Param("120")
    int months;

    private TimeSeries[] series = new TimeSeries[0];
    private final Forecaster ets = Forecaster.compile(ForecastDefinition.of("ets"));
    private final Forecaster dotm = Forecaster.compile(ForecastDefinition.of("dotm"));
    private final Forecaster arima = Forecaster.compile(ForecastDefinition.of("arima"));

    /** Makes the series. */
    @Setup
    public void make() {
        series = IntStream.range(0, SERIES)
                .mapToObj(seed -> MonthlySeries.of(months, seed))
                .toArray(TimeSeries[]::new);
    }

    private Forecast by(Forecaster forecaster) {
        Forecast last = forecaster.forecast(series[0], 12);
        for (int i = 1; i < SERIES; i++) {
            last = forecaster.forecast(series[i], 12);
        }
        return last;
    }

    /** Exponential smoothing of the form that fits best. */
    @Benchmark
    @OperationsPerInvocation(SERIES)
    public Forecast ets() {
        return by(ets);
    }

    /** Dynamic optimised theta. */
    @Benchmark
    @OperationsPerInvocation(SERIES)
    public Forecast dotm() {
        return by(dotm);
    }

    /** ARIMA of automatic order. */
    @Benchmark
    @OperationsPerInvocation(SERIES)
    public Forecast arima() {
        return by(arima);
    }

    /** The automatic ensemble. */
    @Benchmark
    @OperationsPerInvocation(SERIES)
    public Forecast automatic() {
        Forecast last = AutoForecaster.standard().forecast(series[0], 12);
        for (int i = 1; i < SERIES; i++) {
            last = AutoForecaster.standard().forecast(series[i], 12);
        }
        return last;
    }
}
