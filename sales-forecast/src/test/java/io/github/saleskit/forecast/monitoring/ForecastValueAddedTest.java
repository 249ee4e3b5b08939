package io.github.saleskit.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.support.Golden;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastValueAddedTest {

    private static Map<String, double[]> steps(double[] naive, double[] model, double[] manager) {
        Map<String, double[]> steps = new LinkedHashMap<>();
        steps.put("naive", naive);
        steps.put("model", model);
        steps.put("manager", manager);
        return steps;
    }

    /** By hand: errors 10, 10; then 4, 8; then 6, 12. What is added telescopes from step to step. */
    @Test
    void eachStepIsMeasuredAgainstTheFirstAndTheOneBefore() {
        double[] actual = {100, 60, Double.NaN};
        ForecastValueAdded added = ForecastValueAdded.of(
                actual, steps(new double[] {90, 70, 1}, new double[] {96, 68, 1}, new double[] {106, 72, 1}));
        assertThat(added.periods()).isEqualTo(2);
        assertThat(added.size()).isEqualTo(80);
        assertThat(added.step("naive").error()).isEqualTo(10);
        assertThat(added.step("model").addedToPrevious()).isEqualTo(4);
        assertThat(added.step("manager").error()).isEqualTo(9);
        assertThat(added.step("manager").addedToPrevious()).isEqualTo(-3);
        assertThat(added.step("manager").addedToFirst()).isEqualTo(1);
        assertThat(added.step("manager").bias()).isEqualTo(9);
        assertThat(added.step("naive").bias()).isZero();
        assertThat(added.reasons().get(1).text(Locale.ENGLISH))
                .isEqualTo("manager changes the mean absolute error of model from 6 to 9, which over 2 periods may be"
                        + " chance.");
        Golden.assertGolden(added, ForecastValueAdded.class);
    }

    /** A model that halves the errors is clearly better; overrides that are noise are not clearly worse each time. */
    @Test
    void whatMayBeChanceIsSaidSo() {
        Random random = new Random(2);
        int better = 0;
        int clearAmongEqual = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] actual = random.doubles(24, 80, 120).toArray();
            double[] naive = actual.clone();
            double[] model = actual.clone();
            double[] manager = actual.clone();
            for (int t = 0; t < 24; t++) {
                naive[t] += 10 * random.nextGaussian();
                model[t] += 4 * random.nextGaussian();
                manager[t] += 4 * random.nextGaussian();
            }
            ForecastValueAdded added = ForecastValueAdded.of(actual, steps(naive, model, manager));
            better += added.reasons().get(0).code().endsWith(".better") ? 1 : 0;
            clearAmongEqual += added.step("manager").clear() ? 1 : 0;
        }
        assertThat(better).isGreaterThan(360);
        assertThat(clearAmongEqual / 400.0).isCloseTo(0.055, within(0.035));
    }

    /** Of changes that are pure noise one in twenty is called clear, also over the fewest periods. */
    @Test
    void chanceIsSeldomClearOverFewPeriods() {
        Random random = new Random(4);
        int clear = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] model =
                    random.doubles(8).map(u -> 100 + random.nextGaussian()).toArray();
            double[] manager =
                    random.doubles(8).map(u -> 100 + random.nextGaussian()).toArray();
            clear += ForecastValueAdded.of(new double[8], steps(model, model, manager))
                            .step("manager")
                            .clear()
                    ? 1
                    : 0;
        }
        assertThat(clear / 2000.0).isCloseTo(0.05, within(0.015));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        double[] one = {1};
        assertThatThrownBy(() -> ForecastValueAdded.of(one, Map.of("naive", one)))
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> ForecastValueAdded.of(one, steps(one, new double[2], one)))
                .hasMessageContaining("step \"model\" has 2 periods, but must have 1");
        assertThatThrownBy(() -> ForecastValueAdded.of(new double[] {Double.NaN}, steps(one, one, one)))
                .hasMessageContaining("no period");
        assertThatThrownBy(() -> ForecastValueAdded.of(new double[] {1e200}, steps(one, one, one)))
                .hasMessageContaining("actual has 1.0E200");
        ForecastValueAdded same = ForecastValueAdded.of(one, steps(one, one, one));
        assertThat(same.reasons().get(0).code()).isEqualTo("forecast.monitoring.nothingAdded");
        assertThatThrownBy(() -> same.step("boss")).hasMessageContaining("[naive, model, manager]");
        RequiredComponents.assertNamed(
                "{\"name\":\"a\",\"error\":1.0,\"bias\":0.0,\"addedToFirst\":0.0,\"addedToPrevious\":0.0,"
                        + "\"clear\":false}",
                ProcessStep.class);
    }
}
