package io.github.saleskit.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimePeriodPropertyTest {

    @Property(tries = 300)
    void periodsTileTheCalendar(
            @ForAll Granularity granularity, @ForAll @IntRange(min = -700_000, max = 2_900_000) int epochDay) {
        Assume.that(granularity != Granularity.STEP);
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        TimePeriod period = TimePeriod.of(granularity, day);
        assertThat(period.days().contains(day)).isTrue();
        assertThat(period.plus(1).firstDay()).isEqualTo(period.days().last().plusDays(1));
        assertThat(TimePeriod.parse(period.toString())).isEqualTo(period);
    }

    @Property
    void untilUndoesPlus(@ForAll Granularity granularity, @ForAll @IntRange(min = -900, max = 900) int steps) {
        TimePeriod period = granularity == Granularity.STEP
                ? TimePeriod.step(40)
                : TimePeriod.of(granularity, LocalDate.of(2026, 11, 23));
        assertThat(period.until(period.plus(steps))).isEqualTo(steps);
        assertThat(period.compareTo(period.plus(steps))).isEqualTo(Integer.compare(0, steps));
    }
}
