package io.github.saleskit.forecast.support;

import io.github.saleskit.core.support.SharedData;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.List;

/**
 * A series of a forecasting competition.
 *
 * @param id its name
 * @param history what forecasters saw
 * @param future what they had to forecast
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CompetitionSeries(String id, TimeSeries history, double[] future) {

    /**
     * The series of a file with lines {@code id,m,n,h,start year,start period,x1..xn,y1..yh}; skips the test without
     * it.
     */
    public static List<CompetitionSeries> read(String name) {
        return SharedData.lines("forecast/" + name + ".csv.gz").stream()
                .map(CompetitionSeries::parse)
                .toList();
    }

    private static CompetitionSeries parse(String line) {
        String[] cells = line.split(",", -1);
        int m = Integer.parseInt(cells[1]);
        int n = Integer.parseInt(cells[2]);
        int h = Integer.parseInt(cells[3]);
        double[] values = Arrays.stream(cells, 6, 6 + n + h)
                .mapToDouble(Double::parseDouble)
                .toArray();
        TimePeriod start = TimePeriod.step(1);
        TimeSeries history = TimeSeries.of(start, Arrays.copyOf(values, n)).withSeasonLength(m);
        return new CompetitionSeries(cells[0], history, Arrays.copyOfRange(values, n, n + h));
    }
}
