package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.support.SharedData;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Monthly turnover of Australian retailers by state and industry, 152 series from April 1988 to December 2018. Four of
 * them end earlier and count as nothing from then on, as they do before they begin.
 */
final class RetailHierarchy {

    private static final Pattern LINE = Pattern.compile("\"([^\"]*)\",\"([^\"]*)\",\"([^\"]*)\",(\\d+),([0-9.]+)");
    private static final int FIRST_DAY = 6665;
    private static final int LAST_DAY = 17866;

    final Map<String, TimeSeries> series = new LinkedHashMap<>();
    final HierarchySums sums;
    final Hierarchy hierarchy;

    /** Reads it, or the calling test is skipped. */
    RetailHierarchy() {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
        Map<Integer, Integer> months = new TreeMap<>();
        for (String line : SharedData.lines("forecast/aus_retail.csv.gz")) {
            Matcher cells = LINE.matcher(line);
            if (cells.matches() && Integer.parseInt(cells.group(4)) >= FIRST_DAY) {
                int day = Integer.parseInt(cells.group(4));
                Map<String, String> group = new LinkedHashMap<>();
                group.put("State", cells.group(1));
                group.put("Industry", cells.group(2));
                groups.put(cells.group(3), group);
                values.computeIfAbsent(cells.group(3), id -> new LinkedHashMap<>())
                        .put(day, Double.valueOf(cells.group(5)));
                months.put(day, 0);
            }
        }
        List<Integer> days = new ArrayList<>(months.keySet());
        if (days.get(0) != FIRST_DAY || days.get(days.size() - 1) != LAST_DAY) {
            throw new IllegalStateException("other months than expected");
        }
        values.forEach((id, known) -> series.put(
                id,
                TimeSeries.of(
                        TimePeriod.month(1988, 4),
                        days.stream()
                                .mapToDouble(day -> known.getOrDefault(day, 0.0))
                                .toArray())));
        hierarchy = Hierarchy.crossed("Total", groups);
        sums = HierarchySums.of(hierarchy);
    }

    /** How many months there are. */
    int length() {
        return series.values().iterator().next().length();
    }

    /** The histories up to, not including, a month. */
    Map<String, TimeSeries> until(int end) {
        Map<String, TimeSeries> cut = new LinkedHashMap<>();
        series.forEach((id, all) -> cut.put(id, all.slice(0, end)));
        return cut;
    }

    /** Total, State, Industry or Series. */
    static String level(String node) {
        return node.equals("Total") ? node : node.contains("=") ? node.substring(0, node.indexOf('=')) : "Series";
    }
}
