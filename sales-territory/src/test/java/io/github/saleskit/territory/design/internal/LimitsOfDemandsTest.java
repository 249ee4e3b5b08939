package io.github.saleskit.territory.design.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.territory.design.ActivityLimit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsOfDemandsTest {

    @Test
    void theNarrowestOfSeveralBoundsCounts() {
        ActivityLimit limit = new ActivityLimit("visits", Optional.of(90.0), Optional.of(104.0), Optional.of(.05));
        assertThat(Demands.least(limit, 100)).isCloseTo(95, within(1e-12));
        assertThat(Demands.most(limit, 100)).isEqualTo(104);
        assertThat(Demands.least(limit, 80)).isEqualTo(90);
    }

    @Test
    void aToleranceOfMoreThanAllAllowsNothingNegative() {
        assertThat(Demands.least(ActivityLimit.withinShareOfMean("visits", 2), 10))
                .isZero();
        assertThat(Demands.least(ActivityLimit.atMost("visits", 7), 10)).isZero();
    }
}
