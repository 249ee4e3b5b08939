package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Random;

/** Made monthly sales: a wandering level with a trend, a season in proportion, noise. */
final class MonthlySeries {

    private MonthlySeries() {}

    /** So many months of one series. */
    static TimeSeries of(int months, long seed) {
        Random random = new Random(seed);
        double[] season = new double[12];
        for (int i = 0; i < 12; i++) {
            season[i] = 1 + 0.3 * Math.sin((double) (i + seed % 12)) + 0.1 * random.nextGaussian();
        }
        double[] values = new double[months];
        double level = 500 + 1_000 * random.nextDouble();
        double slope = 5 * random.nextGaussian();
        for (int t = 0; t < months; t++) {
            level = Math.max(50, level + slope + 15 * random.nextGaussian());
            values[t] = level * Math.max(0.2, season[t % 12]) * (1 + 0.05 * random.nextGaussian());
        }
        return TimeSeries.of(TimePeriod.month(2010, 1), values);
    }
}
