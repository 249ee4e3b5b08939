package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.territory.geo.PlanePoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityLimitTest {

    @Test
    void meaninglessLimitsAreRejected() {
        assertThatThrownBy(() -> ActivityLimit.atMost("visits", -1)).hasMessageContaining("maximum is -1.0");
        assertThatThrownBy(() -> ActivityLimit.withinShareOfMean("visits", Double.NaN))
                .hasMessageContaining("tolerance is NaN");
        assertThatThrownBy(() -> ActivityLimit.between("visits", 9, 3))
                .hasMessageContaining("Maybe the two are swapped?");
        assertThatThrownBy(() -> new ActivityLimit("visits", Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("no minimum, no maximum and no tolerance");
    }

    @Test
    void accountsNeedAnIdAndActivityThatIsNotNegative() {
        assertThatThrownBy(() -> TerritoryAccount.of(" ", PlanePoint.of(0, 0), "visits", 1))
                .hasMessageContaining("must name the account");
        assertThatThrownBy(() -> TerritoryAccount.of("A", PlanePoint.of(0, 0), "visits", -1))
                .hasMessageContaining("activity visits is -1.0");
        assertThatThrownBy(() -> TerritoryAccount.of("A", PlanePoint.of(0, 0), "visits", Double.NaN))
                .hasMessageContaining("activity visits is NaN");
    }

    @Test
    void numberedTerritoriesSortAsTheyCount() {
        assertThat(Territory.numbered(10)).first().isEqualTo(Territory.of("T01"));
        assertThat(Territory.numbered(10)).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThatThrownBy(() -> Territory.numbered(0)).hasMessageContaining("count is 0");
    }
}
