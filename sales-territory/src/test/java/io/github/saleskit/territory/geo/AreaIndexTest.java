package io.github.saleskit.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AreaIndexTest {

    private static GeoPoint at(double latitude, double longitude) {
        return GeoPoint.of(latitude, longitude);
    }

    private static GeoArea box(String id, double south, double west, double north, double east) {
        return GeoArea.of(id, List.of(at(south, west), at(south, east), at(north, east), at(north, west)));
    }

    @Property(tries = 60)
    void everyPointBelongsToExactlyOneOfTheAreasThatFillTheMap(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n + 4];
        double[] y = new double[n + 4];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(1, 20);
            y[i] = random.nextInt(1, 20);
        }
        for (int corner = 0; corner < 4; corner++) {
            x[n + corner] = corner % 2 * 20;
            y[n + corner] = corner / 2 * 20;
        }
        Triangulation triangulation = new Triangulation(x, y);
        List<GeoArea> areas = new ArrayList<>();
        for (int t = 0; t < triangulation.edges; t += 3) {
            List<GeoPoint> outline = new ArrayList<>();
            for (int e = t; e < t + 3 && triangulation.there(e); e++) {
                if (triangulation.corner[e] >= 0) {
                    outline.add(at(y[triangulation.corner[e]], x[triangulation.corner[e]]));
                }
            }
            if (outline.size() == 3) {
                areas.add(GeoArea.of("t" + t, outline));
            }
        }
        AreaIndex index = AreaIndex.of(areas);
        for (int i = 0; i < 100; i++) {
            GeoPoint point = i % 2 == 0
                    ? at(random.nextDouble(20), random.nextDouble(20))
                    : at(random.nextInt(20), random.nextInt(20));
            assertThat(index.containing(point)).hasSize(1);
        }
        assertThat(index.containing(at(20.1, 10))).isEmpty();
    }

    @Test
    void holesAreOutsideAndPartsBelongToOneArea() {
        List<GeoPoint> outline = List.of(at(0, 0), at(0, 10), at(10, 10), at(10, 0), at(0, 0));
        List<GeoPoint> hole = List.of(at(4, 4), at(6, 4), at(6, 6), at(4, 6), at(4, 4));
        GeoArea ring = new GeoArea(
                "ring",
                List.of(
                        new Geometry.Polygon(List.of(outline, hole)),
                        box("x", 20, 20, 21, 21).polygons().get(0)));
        AreaIndex index = AreaIndex.of(List.of(ring, box("all", -5, -5, 15, 15)));
        assertThat(index.containing(at(1, 1))).containsExactly("ring", "all");
        assertThat(index.containing(at(5, 5))).containsExactly("all");
        assertThat(index.containing(at(20.5, 20.5))).containsExactly("ring");
        assertThat(AreaIndex.of(List.of()).containing(at(0, 0))).isEmpty();
    }

    @Test
    void areasAcrossTheAntimeridianAndAroundThePolesContainWhatIsInside() {
        List<GeoPoint> arctic = new ArrayList<>();
        List<GeoPoint> antarctic = new ArrayList<>();
        for (int longitude = -180; longitude < 180; longitude += 30) {
            arctic.add(at(66.5, longitude));
            antarctic.add(at(-60, -longitude));
        }
        AreaIndex index = AreaIndex.of(List.of(
                box("fiji", -20, 176, -15, -178),
                GeoArea.of("arctic", arctic),
                GeoArea.of("antarctic", antarctic),
                box("europe", 35, -10, 60, 30)));
        assertThat(index.containing(at(-17, 179))).containsExactly("fiji");
        assertThat(index.containing(at(-17, -179))).containsExactly("fiji");
        assertThat(index.containing(at(-17, 180))).containsExactly("fiji");
        assertThat(index.containing(at(-17, 175))).isEmpty();
        assertThat(index.containing(at(-17, 0))).isEmpty();
        for (int longitude = -180; longitude <= 180; longitude += 7) {
            assertThat(index.containing(at(67, longitude))).containsExactly("arctic");
            assertThat(index.containing(at(90, longitude))).containsExactly("arctic");
            assertThat(index.containing(at(-90, longitude))).containsExactly("antarctic");
            assertThat(index.containing(at(66, longitude))).isEmpty();
        }
        assertThat(index.containing(at(48, 2))).containsExactly("europe");
    }

    @Test
    void boxesAllRoundTheEarthContainWhatIsBetweenTheirParallels() {
        AreaIndex index = AreaIndex.of(List.of(box("world", -90, -180, 90, 180), box("tropics", -23, -180, 23, 180)));
        for (int longitude = -180; longitude <= 180; longitude += 36) {
            assertThat(index.containing(at(0, longitude))).containsExactly("world", "tropics");
            assertThat(index.containing(at(50, longitude))).containsExactly("world");
            assertThat(index.containing(at(90, longitude))).containsExactly("world");
            assertThat(index.containing(at(-90, longitude))).containsExactly("world");
        }
    }

    @Property(tries = 20)
    void cornersOfABorderAcrossTheAntimeridianBelongToOneOfBothSides(
            @ForAll long seed, @ForAll @IntRange(max = 22) int first) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GeoPoint> border = new ArrayList<>();
        for (int latitude = -10; latitude <= 10; latitude++) {
            double longitude = random.nextDouble(178, 182);
            border.add(at(latitude, longitude > 180 ? longitude - 360 : longitude));
        }
        AreaIndex index = AreaIndex.of(List.of(beside(border, 170, first), beside(border, -170, first)));
        border.subList(1, 20)
                .forEach(corner -> assertThat(index.containing(corner)).hasSize(1));
    }

    private static GeoArea beside(List<GeoPoint> border, double longitude, int first) {
        List<GeoPoint> outline = new ArrayList<>(border);
        outline.add(at(10, longitude));
        outline.add(at(-10, longitude));
        Collections.rotate(outline, first);
        return GeoArea.of("at " + longitude, outline);
    }

    @Test
    void geographyIsAConditionLikeAnyOther() {
        record Account(String id, GeoPoint location, int employees) {}
        AreaIndex districts = AreaIndex.of(List.of(box("north", 50, 5, 55, 15), box("south", 45, 5, 50, 15)));
        FieldSet<Account> fields = FieldSet.of(Account.class)
                .id(Account::id)
                .set("areas", account -> districts.containing(account.location()))
                .whole("employees", Account::employees)
                .build();
        Condition<Account> condition =
                Condition.compile(Criterion.parse("areas contains any (\"north\") and employees >= 10"), fields);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(condition.matches(new Account("a", at(51, 10), 20), now)).isTrue();
        assertThat(condition.matches(new Account("b", at(49, 10), 20), now)).isFalse();
    }
}
