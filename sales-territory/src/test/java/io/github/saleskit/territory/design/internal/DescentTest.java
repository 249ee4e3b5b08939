package io.github.saleskit.territory.design.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.territory.design.DesignSamples;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DescentTest {

    @Test
    void centresAreMediansAlsoWhereSharingOutAloneChangedATerritory() {
        Instance instance = new Instance(DesignSamples.problem(DesignSamples.random(60, 5), 6), null);
        Layout layout = FirstLayout.of(instance);
        Region region = new Region(layout, 4);
        Recreation recreation = new Recreation(region);
        Descent descent = new Descent(region, 4);
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            region.take(new int[] {0, 1, 2, 3}, 4);
            recreation.recreate(random);
            descent.improve();
            for (int t = 0; t < 4; t++) {
                assertThat(region.centre[t]).isEqualTo(median(instance, region, t));
            }
            region.commit();
        }
    }

    private static int median(Instance instance, Region region, int t) {
        int[] members = Arrays.stream(region.members, t * region.size, t * region.size + region.count[t])
                .map(i -> region.unit[i])
                .toArray();
        return Median.of(instance.positions, members, members.length, region.centre[t]);
    }
}
