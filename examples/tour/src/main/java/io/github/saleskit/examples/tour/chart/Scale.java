package io.github.saleskit.examples.tour.chart;

import java.util.ArrayList;
import java.util.List;

/** Maps numbers to pixels. */
record Scale(double from, double to, double start, double end) {

    Scale {
        if (!(to > from)) {
            to = from + 1;
        }
    }

    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** Round numbers inside the scale: 1, 2 or 5 times a power of ten apart, about so many. */
    List<Double> ticks(int about) {
        double rough = (to - from) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = List.of(1.0, 2.0, 5.0, 10.0).stream()
                .mapToDouble(m -> m * power)
                .filter(s -> s >= rough * 0.999)
                .min()
                .orElse(power);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
