package io.github.saleskit.territory.geo;

import java.util.List;

/** Which areas reach into each cell of a grid over longitude and latitude. */
final class AreaGrid {

    private static final int MOST = 256;
    private static final double ROUND = 360;
    private static final int[] NONE = {};

    private final int columns;
    private final int rows;
    private final double left;
    private final double bottom;
    private final double width;
    private final double height;
    private final int[][] cells;

    AreaGrid(List<AreaTest> areas) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (AreaTest area : areas) {
            west = Math.min(west, area.west());
            east = Math.max(east, area.east());
            south = Math.min(south, area.south());
            north = Math.max(north, area.north());
        }
        int side = areas.isEmpty() ? 0 : (int) Math.min(MOST, Math.ceil(2 * Math.sqrt(areas.size())));
        columns = side;
        rows = side;
        left = west;
        bottom = south;
        width = Math.min(ROUND, east - west);
        height = north - south;
        cells = new int[columns * rows][];
        fill(areas);
    }

    private void fill(List<AreaTest> areas) {
        int[] sizes = new int[cells.length];
        visit(areas, (cell, area) -> sizes[cell]++);
        for (int c = 0; c < cells.length; c++) {
            cells[c] = new int[sizes[c]];
            sizes[c] = 0;
        }
        visit(areas, (cell, area) -> cells[cell][sizes[cell]++] = area);
    }

    private interface Visit {
        void at(int cell, int area);
    }

    private void visit(List<AreaTest> areas, Visit visit) {
        for (int a = 0; a < areas.size(); a++) {
            AreaTest area = areas.get(a);
            int first = column(area.west());
            int last = Math.min(column(area.east()), first + columns - 1);
            for (int row = row(area.south()); row <= row(area.north()); row++) {
                for (int column = first; column <= last; column++) {
                    visit.at(row * columns + column % columns, a);
                }
            }
        }
    }

    /** Columns go on beyond the last where areas reach round the Earth. */
    private int column(double longitude) {
        int column = (int) ((longitude - left) / width * columns);
        return width == ROUND ? column : Math.min(columns - 1, column);
    }

    private int row(double latitude) {
        double part = (latitude - bottom) / height;
        return part > 0 ? (int) Math.min(rows - 1.0, part * rows) : 0;
    }

    /** The areas whose box may contain the point. */
    int[] candidates(GeoPoint point) {
        double latitude = point.latitude();
        if (cells.length == 0 || latitude < bottom || latitude > bottom + height) {
            return NONE;
        }
        double longitude = point.meridian() - ROUND * Math.floor((point.meridian() - left) / ROUND);
        return longitude > left + width ? NONE : cells[row(latitude) * columns + column(longitude) % columns];
    }
}
