package io.github.saleskit.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangTest {

    private static final Traffic TEN_ERLANGS = Traffic.perHour(200, Duration.ofMinutes(3));

    @Test
    void thePublishedExampleComesOut() {
        ErlangC queue = ErlangC.of(TEN_ERLANGS, 14);
        assertThat(TEN_ERLANGS.load()).isEqualTo(10, within(1e-12));
        assertThat(queue.waitProbability()).isEqualTo(.1741, within(5e-5));
        assertThat(queue.serviceLevel(20)).isEqualTo(.8884, within(5e-5));
        assertThat(queue.speedOfAnswer()).isEqualTo(7.84, within(5e-3));
        assertThat(queue.meanWaitOfWaiting()).isEqualTo(45, within(1e-9));
        assertThat(queue.meanQueueLength()).isEqualTo(queue.waitProbability() * 10 / 4, within(1e-12));
        assertThat(queue.occupancy()).isEqualTo(10 / 14.0, within(1e-12));
        JsonLine.assertRoundTrip(TEN_ERLANGS, Traffic.class);
    }

    /** A^N/N! N/(N-A) over itself plus the sum of A^k/k!, in a hundred digits. */
    @ParameterizedTest
    @CsvSource({"0.5,1", "10,14", "10,30", "99,100", "450,460", "2900,3000"})
    void theTextbookFormulaInExactArithmeticAgrees(double load, int agents) {
        MathContext digits = new MathContext(100);
        BigDecimal a = BigDecimal.valueOf(load);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < agents; k++) {
            sum = sum.add(term, digits);
            term = term.multiply(a, digits).divide(BigDecimal.valueOf(k + 1), digits);
        }
        BigDecimal n = BigDecimal.valueOf(agents);
        BigDecimal top = term.multiply(n, digits).divide(n.subtract(a), digits);
        double expected = top.divide(sum.add(top, digits), digits).doubleValue();
        assertThat(ErlangC.of(new Traffic(load, 1), agents).waitProbability() / expected)
                .isEqualTo(1, within(1e-10));
    }

    @Test
    void tenThousandAgentsAreNoTrouble() {
        ErlangC queue = ErlangC.of(new Traffic(9_900, 1), 10_000);
        assertThat(queue.waitProbability()).isEqualTo(.2228, within(5e-5));
        assertThat(ErlangC.of(new Traffic(1e-9, 1), 10_000).waitProbability()).isZero();
        assertThat(ErlangC.of(new Traffic(5_000, 1), 10_000).serviceLevel(0)).isEqualTo(1);
    }

    @Test
    void aLoadThatTheAgentsCannotCarryMeansEndlessWaits() {
        for (int agents : new int[] {1, 9, 10}) {
            ErlangC queue = ErlangC.of(new Traffic(10, 1), agents);
            assertThat(queue.stable()).isFalse();
            assertThat(queue.waitProbability()).isEqualTo(1);
            assertThat(queue.serviceLevel(1e9)).isZero();
            assertThat(queue.speedOfAnswer()).isInfinite();
            assertThat(queue.waitQuantile(.5)).isInfinite();
            assertThat(queue.occupancy()).isEqualTo(1);
        }
    }

    @Test
    void theQuantileOfTheWaitIsTheInverseOfTheServiceLevel() {
        ErlangC queue = ErlangC.of(TEN_ERLANGS, 14);
        assertThat(queue.waitQuantile(.5)).isZero();
        assertThat(queue.serviceLevel(queue.waitQuantile(.95))).isEqualTo(.95, within(1e-12));
    }

    @Test
    void withEndlessPatienceNobodyGivesUp() {
        ErlangA patient = ErlangA.of(TEN_ERLANGS, 14, 1e7);
        ErlangC queue = ErlangC.of(TEN_ERLANGS, 14);
        assertThat(patient.waitProbability()).isEqualTo(queue.waitProbability(), within(1e-4));
        assertThat(patient.meanWait()).isEqualTo(queue.speedOfAnswer(), within(1e-2));
        assertThat(patient.serviceLevel(20)).isEqualTo(queue.serviceLevel(20), within(1e-4));
        assertThat(patient.abandonProbability()).isLessThan(1e-6);
    }

    /**
     * The states solved one by one; the patience equal to the handling time makes them those of a Poisson distribution.
     */
    @Test
    void withPatienceAsLongAsHandlingTheNumberPresentIsPoisson() {
        double load = 30;
        int agents = 25;
        double busy = 0;
        double queue = 0;
        double term = Math.exp(-load);
        for (int n = 0; n < 400; n++) {
            busy += n >= agents ? term : 0;
            queue += Math.max(0, n - agents) * term;
            term *= load / (n + 1);
        }
        ErlangA impatient = ErlangA.of(new Traffic(load, 1), agents, 1);
        assertThat(impatient.waitProbability()).isEqualTo(busy, within(1e-12));
        assertThat(impatient.meanQueueLength()).isEqualTo(queue, within(1e-10));
        assertThat(impatient.abandonProbability()).isEqualTo(queue / load, within(1e-12));
        assertThat(impatient.serviceLevel(1e6)).isEqualTo(1 - impatient.abandonProbability(), within(1e-6));
        assertThat(impatient.serviceLevel(0)).isEqualTo(1 - busy, within(1e-9));
        assertThat(impatient.occupancy()).isEqualTo((load - queue) / agents, within(1e-12));
    }

    @Test
    void whoGivesUpKeepsAnOverloadedQueueFinite() {
        ErlangA crowded = ErlangA.of(new Traffic(20_000, 1), 10_000, 2);
        assertThat(crowded.waitProbability()).isEqualTo(1, within(1e-12));
        assertThat(crowded.abandonProbability()).isEqualTo(.5, within(1e-6));
        ErlangA idle = ErlangA.of(new Traffic(1, 1), 10_000, 2);
        assertThat(idle.waitProbability()).isZero();
        assertThat(idle.serviceLevel(0)).isEqualTo(1);
    }

    @Test
    void figuresThatCannotBeAreRejectedByName() {
        assertThatThrownBy(() -> new Traffic(-1, 1)).hasMessageContaining("rate is -1.0");
        assertThatThrownBy(() -> new Traffic(1, Double.NaN)).hasMessageContaining("handling is NaN");
        assertThatThrownBy(() -> new Traffic(1e200, 1e200)).hasMessageContaining("rate times handling");
        assertThatThrownBy(() -> ErlangC.of(TEN_ERLANGS, 0)).hasMessageContaining("agents is 0");
        assertThatThrownBy(() -> ErlangC.of(TEN_ERLANGS, 14).serviceLevel(-1))
                .hasMessageContaining("threshold is -1.0");
        assertThatThrownBy(() -> ErlangC.of(TEN_ERLANGS, 14).waitQuantile(1)).hasMessageContaining("share is 1.0");
        assertThatThrownBy(() -> ErlangA.of(TEN_ERLANGS, 14, 0)).hasMessageContaining("patience is 0.0");
    }
}
