package io.github.saleskit.examples.tour.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A time series and its forecast as a fan: the middle line and bands within which the future lies with a stated chance.
 *
 * @param history monthly values, oldest first; not a number where one is missing
 * @param last the month of the last value of the history
 * @param middle the forecast, a value a month from the month after
 * @param bands from the widest to the narrowest
 * @param unit of the values, such as EUR
 */
public record FanChart(
        String title,
        String description,
        List<Double> history,
        YearMonth last,
        List<Double> middle,
        List<Band> bands,
        String unit)
        implements Chart {

    /** Lower and upper limits, as many as forecast months. */
    public record Band(String label, List<Double> lower, List<Double> upper) {}

    private static final double TOP = 34;

    public FanChart {
        history = List.copyOf(history);
        middle = List.copyOf(middle);
        bands = List.copyOf(bands);
    }

    @Override
    public double draw(Svg svg, ChartSize size) {
        boolean wide = size == ChartSize.WIDE;
        int shown = Math.min(history.size(), wide ? 48 : 24);
        double bottom = wide ? 330 : 270;
        double top = TOP + legend(svg, size);
        Scale y = new Scale(Math.min(0, extreme(shown, false)), extreme(shown, true), bottom, top);
        double left = axis(svg, y, size.width());
        Scale x = new Scale(1.0 - shown, middle.size(), left, size.width() - 8);
        months(svg, x, bottom, wide);
        for (int i = 0; i < bands.size(); i++) {
            svg.path(fan(bands.get(i), x, y, shown), true, "band band" + i);
        }
        svg.path(points(history.subList(history.size() - shown, history.size()), 1 - shown, x, y), false, "series");
        svg.path(points(withStart(middle), 0, x, y), false, "series forecast");
        svg.line(x.at(0), top, x.at(0), bottom, "now");
        return bottom + 42;
    }

    private List<Double> withStart(List<Double> values) {
        List<Double> all = new ArrayList<>();
        if (!history.isEmpty()) {
            all.add(history.get(history.size() - 1));
        }
        all.addAll(values);
        return all;
    }

    private List<double[]> fan(Band band, Scale x, Scale y, int shown) {
        List<double[]> edge = points(shown == 0 ? band.lower() : withStart(band.lower()), shown == 0 ? 1 : 0, x, y);
        List<double[]> back = points(band.upper(), 1, x, y);
        java.util.Collections.reverse(back);
        edge.addAll(back);
        return edge;
    }

    private static List<double[]> points(List<Double> values, int first, Scale x, Scale y) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNaN()) {
                points.add(new double[] {x.at(first + i), y.at(values.get(i))});
            }
        }
        return points;
    }

    private double extreme(int shown, boolean greatest) {
        DoubleStream all = Stream.of(
                        history.subList(history.size() - shown, history.size()).stream(),
                        middle.stream(),
                        bands.stream().flatMap(band -> Stream.concat(band.lower().stream(), band.upper().stream())))
                .flatMap(s -> s)
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value));
        return (greatest ? all.max() : all.min()).orElse(0);
    }

    private double axis(Svg svg, Scale y, double width) {
        List<Double> ticks = y.ticks(6);
        double left = ticks.stream()
                        .mapToDouble(tick -> Svg.width(Amounts.compact(tick), 12))
                        .max()
                        .orElse(0)
                + 8;
        for (double tick : ticks) {
            svg.line(left, y.at(tick), width, y.at(tick), tick == 0 ? "axis" : "grid");
            svg.textEnd(left - 6, y.at(tick) + 4, Amounts.compact(tick), "note");
        }
        return left;
    }

    /** A mark at each January with its year, and at each July on the wide chart. */
    private void months(Svg svg, Scale x, double bottom, boolean wide) {
        IntStream.rangeClosed((int) x.from(), (int) x.to()).forEach(i -> {
            YearMonth month = last.plusMonths(i);
            boolean january = month.getMonthValue() == 1;
            if (january || (wide && month.getMonthValue() == 7)) {
                svg.line(x.at(i), bottom, x.at(i), bottom + 5, "axis");
                double half = Svg.width("0000", 12) / 2;
                double at = Math.max(x.start() + half, Math.min(x.at(i), x.end() - half));
                svg.textMiddle(at, bottom + 20, january ? Integer.toString(month.getYear()) : "Jul", "note");
            }
        });
    }

    /** Returns how far the legend reaches below its first line. */
    private double legend(Svg svg, ChartSize size) {
        List<String> labels = new ArrayList<>(List.of("monthly sales, " + unit, "forecast"));
        bands.forEach(band -> labels.add(band.label()));
        double x = 0;
        double y = 0;
        for (int i = 0; i < labels.size(); i++) {
            double room = 22 + Svg.width(labels.get(i), 12) + 14;
            if (x + room - 14 > size.width()) {
                x = 0;
                y += 20;
            }
            if (i < 2) {
                svg.line(x, y + 10, x + 16, y + 10, i == 0 ? "series" : "series forecast");
            } else {
                svg.rectangle(x, y + 4, 16, 12, "band band" + (i - 2));
            }
            svg.text(x + 22, y + 14, labels.get(i), "note");
            x += room;
        }
        return y;
    }
}
