package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForecastCommandTest extends CommandTest {

    @Test
    void forecastsAreJudgedBesideNaive2() throws IOException {
        Path series = file(
                "series.csv",
                String.join("\n", "A,1,8,2,1990,1,1,2,3,4,5,6,7,8,9,10", "B,1,8,2,1990,1,5,5,5,5,5,5,5,5,5,5"));
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--model", "naive2", "--quantiles", ".5,.9", "--out", forecast))
                .isZero();
        assertThat(out()).contains("\"series\":2", "\"failures\":0", "\"seconds\":");
        assertThat(Files.readAllLines(Path.of(forecast)))
                .hasSize(5)
                .startsWith("id,step,mean,lower,upper,q0.5,q0.9")
                .anySatisfy(line -> assertThat(line).startsWith("A,2,8"));
        assertThat(run("accuracy", "--series", series, "--forecast", forecast, "--mase-period", "1"))
                .isZero();
        assertThat(out()).contains("\"owa\":1.0,", "\"mase\":1.5,", "\"unscaled\":1");
    }

    @Test
    void aSeriesWithoutValuesIsAFailureAndNotTheEnd() throws IOException {
        Path series = file("series.csv", String.join("\n", "A,12,3,2,1990,1,,NA,", "B,1,8,2,1990,1,1,2,3,4,5,6,7,8"));
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--out", forecast, "--season", "4"))
                .isZero();
        assertThat(out()).contains("\"series\":2", "\"failures\":1");
        assertThat(err()).contains("A: history has no value in 3 periods");
        assertThat(Files.readAllLines(Path.of(forecast))).hasSize(5);
    }

    /** Sales are 10 times the working days and 50 in a promotion, exactly. */
    @Test
    void whatIsKnownBesideTheSeriesCounts() throws IOException {
        Path series = file("series.csv", "A,1,10,2,1990,1,200,270,210,220,240,230,210,270,230,190\nB,1,2,1,1990,1,4,5");
        Path known = file(
                "known.csv", "A,days,20,22,21,22,19,23,21,22,23,19,24,20\n\"A\",promotion,0,1,0,0,1,0,0,1,0,0,0,1");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--model", "ets", "--regressors", known, "--out", forecast))
                .isZero();
        assertThat(out()).contains("\"series\":2", "\"failures\":0");
        assertThat(Files.readAllLines(Path.of(forecast)))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("A,1,")
                        .satisfies(text -> assertThat(Double.parseDouble(text.split(",")[2]))
                                .isCloseTo(240, within(1e-3))));
        Path wrong = file("wrong.csv", "C,days,20,22\nA,days,1,NA\nA,days");
        assertThat(run("forecast", "--series", series, "--model", "ets", "--regressors", wrong, "--out", forecast))
                .isEqualTo(2);
        assertThat(err()).contains("no series \"C\"", "has NaN", "expected id,name");
        assertThat(run("forecast", "--series", series, "--regressors", known, "--out", forecast))
                .isEqualTo(2);
        assertThat(err()).contains("--regressors goes with a model by name");
    }

    @Test
    void mistakesAreOneClearLine() throws IOException {
        Path good = file("good.csv", "A,1,3,2,1990,1,1,2,3");
        Path bad = file("bad.csv", "A,1,3,0,1990,1,1,2,3");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", bad, "--out", forecast)).isEqualTo(2);
        assertThat(err()).contains("h is \"0\"");
        assertThat(run("forecast", "--series", good, "--model", "prophet", "--out", forecast))
                .isEqualTo(2);
        assertThat(err()).contains("no model \"prophet\"");
        assertThat(run("forecast", "--series", good, "--level", "100", "--out", forecast))
                .isEqualTo(2);
        assertThat(run("forecast", "--series", good, "--out", forecast)).isZero();
        assertThat(run("accuracy", "--series", good, "--forecast", forecast, "--mase-period", "1"))
                .isEqualTo(2);
        assertThat(err()).contains("no future");
    }

    @Test
    void numbersOfAnySizeAreReadAsTheyAreWritten() throws IOException {
        Path series = file("series.csv", "A,1,6,1,1990,1,1.1e-9,2.3e-9,1.7e-9,3.1e-9,2.9e-9,3.3e-9,3e-9");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--model", "ses", "--out", forecast))
                .isZero();
        assertThat(Files.readAllLines(Path.of(forecast)).get(1)).contains("E-9");
        assertThat(run("accuracy", "--series", series, "--forecast", forecast, "--mase-period", "1"))
                .isZero();
        assertThat(out()).contains("\"coverage\":1.0");
        Path wrong = file("wrong.csv", "id,step,mean,lower,upper\nA,1,1E101,0,NaN");
        assertThat(run("accuracy", "--series", series, "--forecast", wrong, "--mase-period", "1"))
                .isEqualTo(2);
        assertThat(err()).contains("mean is \"1E101\", expected a number up to 1e100", "upper is \"NaN\"");
    }

    @Test
    void anIncompleteComparisonIsAMistake() throws IOException {
        Path series = file("series.csv", "A,1,3,2,1990,1,1,2,3,4,5\nB,1,3,2,1990,1,1,2,3,4,NA");
        Path twice = file("twice.csv", "id,step,mean,lower,upper\nA,1,4,3,5\nA,1,4,3,5");
        assertThat(run("accuracy", "--series", series, "--forecast", twice, "--mase-period", "1"))
                .isEqualTo(2);
        assertThat(err()).contains("the forecast of A has the step 1 twice");
        Path missing = file("missing.csv", "id,step,mean,lower,upper\nB,1,4,3,5\nB,2,4,3,5");
        assertThat(run("accuracy", "--series", series, "--forecast", missing, "--mase-period", "1"))
                .isEqualTo(2);
        assertThat(err()).contains("B has a missing value in its future");
    }
}
