package io.github.saleskit.examples.tour.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts on a map, a panel a region, coloured by territory; each territory is outlined and named where it is.
 *
 * <p>The projection is equirectangular around the middle of the panel: good enough to recognise where things lie.
 */
public record MapChart(String title, String description, List<Panel> panels) implements Chart {

    /** One region. */
    public record Panel(String name, List<Spot> spots) {
        public Panel {
            spots = List.copyOf(spots);
        }
    }

    /**
     * One account.
     *
     * @param weight decides the area of its circle
     * @param territory the name written on the map
     * @param colour from 0; colours repeat after {@value #COLOURS}
     */
    public record Spot(String name, double latitude, double longitude, double weight, String territory, int colour) {}

    /** How many colours the style sheet has. */
    public static final int COLOURS = 8;

    private static final double HEAD = 26;
    private static final double MARGIN = 18;

    public MapChart {
        panels = List.copyOf(panels);
    }

    @Override
    public double draw(Svg svg, ChartSize size) {
        int across = size == ChartSize.WIDE ? Math.min(3, Math.max(1, panels.size())) : 1;
        double gap = 14;
        double width = (size.width() - gap * (across - 1)) / across;
        double height = Math.min(width * 1.15, 420);
        for (int i = 0; i < panels.size(); i++) {
            double left = i % across * (width + gap);
            int row = i / across;
            double top = row * (height + HEAD + gap);
            svg.text(left, top + 16, Svg.fit(panels.get(i).name(), Svg.TEXT, width), "label strong");
            panel(svg, panels.get(i), left, top + HEAD, width, height);
        }
        int rows = (panels.size() + across - 1) / across;
        return rows * (height + HEAD + gap);
    }

    private void panel(Svg svg, Panel panel, double left, double top, double width, double height) {
        svg.rectangle(left, top, width, height, "panel");
        Projection projection =
                Projection.of(panel.spots(), left + MARGIN, top + MARGIN, width - 2 * MARGIN, height - 2 * MARGIN);
        double most = panels.stream()
                .flatMap(p -> p.spots().stream())
                .mapToDouble(Spot::weight)
                .max()
                .orElse(1);
        Map<String, List<Spot>> territories = new LinkedHashMap<>();
        panel.spots()
                .forEach(spot -> territories
                        .computeIfAbsent(spot.territory(), key -> new ArrayList<>())
                        .add(spot));
        territories.values().forEach(spots -> {
            List<double[]> outline =
                    ConvexHull.of(spots.stream().map(projection::at).toList());
            svg.path(outline, true, "area " + colour(spots.get(0)));
        });
        panel.spots().stream()
                .sorted(Comparator.comparingDouble(Spot::weight).reversed())
                .forEach(spot -> {
                    double[] at = projection.at(spot);
                    double radius = 2.5 + 6 * Math.sqrt(Math.max(spot.weight(), 0) / Math.max(most, 1e-9));
                    svg.circle(at[0], at[1], radius, "spot " + colour(spot), spot.name() + " · " + spot.territory());
                });
        Labels labels = new Labels(
                panel.spots().stream().map(projection::at).toList(),
                left + 4,
                top + 4,
                left + width - 4,
                top + height - 4);
        territories.forEach((name, spots) ->
                labels.place(svg, name, spots.stream().map(projection::at).toList()));
    }

    private static String colour(Spot spot) {
        return "c" + spot.colour() % COLOURS;
    }

    /** Puts names near their points, inside the panel and not over each other. */
    private static final class Labels {
        private final double left;
        private final double top;
        private final double right;
        private final double bottom;
        private final List<double[]> spots;
        private final List<double[]> taken = new ArrayList<>();

        Labels(List<double[]> spots, double left, double top, double right, double bottom) {
            this.spots = spots;
            this.left = left;
            this.top = top;
            this.right = right;
            this.bottom = bottom;
        }

        /** Where it hides the fewest points and no other name: in the middle of its points, above or below them. */
        void place(Svg svg, String name, List<double[]> points) {
            String text = Svg.fit(name, 12, right - left - 8);
            double half = Svg.width(text, 12) / 2 + 4;
            double middle = points.stream().mapToDouble(p -> p[0]).average().orElse(left);
            double x = Math.max(left + half, Math.min(middle, right - half));
            double y = heights(points).stream()
                    .map(height -> Math.max(top + 10, Math.min(height, bottom - 10)))
                    .min(Comparator.comparingLong(height -> hidden(x, height, half)))
                    .orElse(top + 10);
            taken.add(new double[] {x - half, y - 10, x + half, y + 10});
            svg.rectangle(x - half, y - 10, 2 * half, 20, "tag");
            svg.textMiddle(x, y + 4, text, "note strong");
        }

        private static List<Double> heights(List<double[]> points) {
            double middle = points.stream().mapToDouble(p -> p[1]).average().orElse(0);
            double highest = points.stream().mapToDouble(p -> p[1]).min().orElse(0);
            double lowest = points.stream().mapToDouble(p -> p[1]).max().orElse(0);
            List<Double> heights = new ArrayList<>(List.of(middle));
            for (double y = highest - 20; y <= lowest + 20; y += 6) {
                heights.add(y);
            }
            return heights;
        }

        /** Points below the name, and a lot for another name. */
        private long hidden(double x, double y, double half) {
            long points = spots.stream()
                    .filter(p -> Math.abs(p[0] - x) < half + 4 && Math.abs(p[1] - y) < 14)
                    .count();
            return points + (overlaps(x, y, half) ? 1_000 : 0);
        }

        private boolean overlaps(double x, double y, double half) {
            return taken.stream().anyMatch(t -> x - half < t[2] && x + half > t[0] && y - 10 < t[3] && y + 10 > t[1]);
        }
    }

    /** Latitudes and longitudes to pixels, the same scale both ways. */
    private record Projection(double longitude, double latitude, double scale, double squeeze, double x, double y) {

        static Projection of(List<Spot> spots, double left, double top, double width, double height) {
            double west = spots.stream().mapToDouble(Spot::longitude).min().orElse(0);
            double east = spots.stream().mapToDouble(Spot::longitude).max().orElse(0);
            double south = spots.stream().mapToDouble(Spot::latitude).min().orElse(0);
            double north = spots.stream().mapToDouble(Spot::latitude).max().orElse(0);
            double middle = (south + north) / 2;
            double squeeze = Math.max(Math.cos(Math.toRadians(middle)), 0.01);
            double scale =
                    Math.min(width / Math.max((east - west) * squeeze, 1e-6), height / Math.max(north - south, 1e-6));
            return new Projection(
                    (west + east) / 2, middle, Math.min(scale, 1e6), squeeze, left + width / 2, top + height / 2);
        }

        double[] at(Spot spot) {
            return new double[] {
                x + (spot.longitude() - longitude) * squeeze * scale, y - (spot.latitude() - latitude) * scale
            };
        }
    }
}
