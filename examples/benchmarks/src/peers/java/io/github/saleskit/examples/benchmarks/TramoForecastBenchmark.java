package io.github.saleskit.examples.benchmarks;

import ec.tstoolkit.modelling.arima.IPreprocessor;
import ec.tstoolkit.modelling.arima.ModellingContext;
import ec.tstoolkit.modelling.arima.tramo.TramoSpecification;
import ec.tstoolkit.timeseries.simplets.TsData;
import ec.tstoolkit.timeseries.simplets.TsFrequency;
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

/**
 * The series of {@link ForecastBenchmark} by TRAMO of JDemetra+: outliers, logarithms or not, and ARIMA of automatic
 * order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TramoForecastBenchmark {

    /** How many months a series has. */
    @Param("120")
    int months;

    private TsData[] series = new TsData[0];

    /** Makes the series. */
    @Setup
    public void make() {
        series = IntStream.range(0, ForecastBenchmark.SERIES)
                .mapToObj(seed -> new TsData(
                        TsFrequency.Monthly, 2010, 0, MonthlySeries.of(months, seed).values(), false))
                .toArray(TsData[]::new);
    }

    /** The specification without calendar effects but with outliers and automatic order. */
    @Benchmark
    @OperationsPerInvocation(ForecastBenchmark.SERIES)
    public TsData tramo() {
        TsData last = series[0];
        for (TsData data : series) {
            IPreprocessor tramo = TramoSpecification.TR3.build();
            last = tramo.process(data, new ModellingContext()).forecast(12, false);
        }
        return last;
    }
}
