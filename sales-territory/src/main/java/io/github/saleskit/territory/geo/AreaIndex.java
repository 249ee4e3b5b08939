package io.github.saleskit.territory.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the areas that a point is in.
 *
 * <p>It makes geography a condition like any other: give a field set the names of the areas as a set, and rules may ask
 * for them together with everything else.
 *
 * <pre>{@code
 * AreaIndex districts = AreaIndex.of(map.areas());
 * FieldSet<Account> fields = FieldSet.of(Account.class)
 *         .id(Account::id)
 *         .set("areas", account -> districts.containing(account.location()))
 *         .build();
 * Criterion bavarian = parse("areas contains any (\"Bavaria\", \"Franconia\")");
 * }</pre>
 *
 * <p>Where areas share a border with the same points, every point is in exactly one of them, also on the border. A
 * lookup looks at the areas of one cell of a grid, and of each only at the sides near the latitude of the point.
 *
 * <p>Immutable and thread-safe.
 */
public final class AreaIndex {

    private final List<AreaTest> areas;
    private final AreaGrid grid;

    private AreaIndex(List<AreaTest> areas) {
        this.areas = areas;
        grid = new AreaGrid(areas);
    }

    /** An index of areas; names may repeat. */
    public static AreaIndex of(List<GeoArea> areas) {
        return new AreaIndex(areas.stream().map(AreaTest::new).toList());
    }

    /** The ids of the areas that a point is in, in the order given. */
    public List<String> containing(GeoPoint point) {
        List<String> ids = new ArrayList<>(2);
        for (int area : grid.candidates(point)) {
            if (areas.get(area).contains(point)) {
                ids.add(areas.get(area).id());
            }
        }
        return ids;
    }
}
