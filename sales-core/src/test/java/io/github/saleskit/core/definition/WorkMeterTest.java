package io.github.saleskit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkMeterTest {

    @Test
    void theBudgetIsSpentToTheLastUnitAndNoFurther() {
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(10), StopSignal.never(), ProgressListener.none());
        assertThat(meter.spend(7)).isTrue();
        assertThat(meter.left()).isEqualTo(3);
        assertThat(meter.spend(3)).isTrue();
        assertThat(meter.stopped()).isFalse();
        assertThat(meter.spend(1)).isFalse();
        assertThat(meter.stopped()).isTrue();
        assertThat(meter.spent()).isEqualTo(10);
    }

    @Test
    void onceRefusedAlwaysRefused() {
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(10), StopSignal.never(), ProgressListener.none());
        assertThat(meter.spend(11)).isFalse();
        assertThat(meter.spend(1)).isFalse();
        assertThat(meter.spent()).isZero();
    }

    @Test
    void unlimitedWorkDoesNotOverflow() {
        WorkMeter meter = WorkMeter.unlimited();
        assertThat(meter.spend(Long.MAX_VALUE)).isTrue();
        assertThat(meter.spend(1)).isFalse();
    }

    @Test
    void theStopSignalEndsTheWorkSoon() {
        AtomicBoolean stop = new AtomicBoolean();
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), stop::get, ProgressListener.none());
        assertThat(meter.spend(1)).isTrue();
        stop.set(true);
        int more = 0;
        while (meter.spend(1)) {
            more++;
        }
        assertThat(more).isLessThan(64);
    }

    @Test
    void aSignalGivenBeforeTheFirstUnitIsHeardAtOnce() {
        StopSignal stop = StopSignal.never().or(() -> true);
        assertThat(new WorkMeter(WorkBudget.unlimited(), stop, ProgressListener.none()).spend(1))
                .isFalse();
    }

    @Test
    void theListenerHearsEachPhaseAboutAHundredTimes() {
        List<String> heard = new ArrayList<>();
        ProgressListener listener = (phase, done, total) -> heard.add(phase + done + "/" + total);
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), listener);
        meter.phase("start", 5);
        for (int i = 0; i < 5; i++) {
            meter.spend(1);
        }
        assertThat(heard).containsExactly("start0/5", "start1/5", "start2/5", "start3/5", "start4/5", "start5/5");
        heard.clear();
        meter.phase("improve", 100_000);
        for (int i = 0; i < 100_000; i++) {
            meter.spend(1);
        }
        assertThat(heard).hasSize(101).endsWith("improve100000/100000");
    }

    @Test
    void aPhaseThatTakesLongerThanAnnouncedIsReportedCompleteOnce() {
        List<String> heard = new ArrayList<>();
        ProgressListener listener = (phase, done, total) -> heard.add(phase + done + "/" + total);
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), listener);
        meter.phase("place", 2);
        for (int i = 0; i < 1_000; i++) {
            meter.spend(1);
        }
        assertThat(heard).containsExactly("place0/2", "place1/2", "place2/2");
    }

    @Test
    void aNegativeBudgetIsRefused() {
        assertThatThrownBy(() -> WorkBudget.ofUnits(-1)).hasMessage("units is -1, but must be at least 0.");
    }
}
