package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneOffsetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"})
    void offsetsAreThoseOfTheZoneAlsoAtItsTransitions(String zone) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        ZoneOffsets offsets = ZoneOffsets.of(rules);
        rules.getTransitions().forEach(transition -> {
            for (int second = -1; second <= 1; second++) {
                assertSame(offsets, rules, transition.getInstant().plusSeconds(second));
            }
        });
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            assertSame(offsets, rules, Instant.ofEpochSecond((long) (random.nextGaussian() * 3e9)));
        }
    }

    @Test
    void aFixedOffsetIsFixed() {
        assertSame(
                ZoneOffsets.of(ZoneOffset.ofHours(9).getRules()),
                ZoneOffset.ofHours(9).getRules(),
                Instant.EPOCH);
    }

    private static void assertSame(ZoneOffsets offsets, ZoneRules rules, Instant instant) {
        assertThat(offsets.at(instant))
                .as("%s", instant)
                .isEqualTo(rules.getOffset(instant).getTotalSeconds());
    }
}
