package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        int code = new Evaluation(
                        new PrintStream(stdout, true, StandardCharsets.UTF_8),
                        new PrintStream(stderr, true, StandardCharsets.UTF_8))
                .run(args);
        out = stdout.toString(StandardCharsets.UTF_8);
        err = stderr.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @Test
    void forecastsAreJudgedBesideNaive2() throws IOException {
        String series = file("series.csv", "A,1,8,2,1990,1,1,2,3,4,5,6,7,8,9,10", "B,1,8,2,1990,1,5,5,5,5,5,5,5,5,5,5");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--model", "naive2", "--quantiles", ".5,.9", "--out", forecast))
                .isZero();
        assertThat(out).contains("\"series\":2", "\"failures\":0", "\"seconds\":");
        assertThat(Files.readAllLines(Path.of(forecast)))
                .hasSize(5)
                .startsWith("id,step,mean,lower,upper,q0.5,q0.9")
                .anySatisfy(line -> assertThat(line).startsWith("A,2,8"));
        assertThat(run("accuracy", "--series", series, "--forecast", forecast, "--mase-period", "1"))
                .isZero();
        assertThat(out).contains("\"owa\":1.0,", "\"mase\":1.5,", "\"unscaled\":1");
    }

    @Test
    void aSeriesWithoutValuesIsAFailureAndNotTheEnd() throws IOException {
        String series = file("series.csv", "A,12,3,2,1990,1,,NA,", "B,1,8,2,1990,1,1,2,3,4,5,6,7,8");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", series, "--out", forecast, "--season", "4"))
                .isZero();
        assertThat(out).contains("\"series\":2", "\"failures\":1");
        assertThat(err).contains("A: history has no value in 3 periods");
        assertThat(Files.readAllLines(Path.of(forecast))).hasSize(5);
    }

    @Test
    void mistakesAreOneClearLine() throws IOException {
        String good = file("good.csv", "A,1,3,2,1990,1,1,2,3");
        String bad = file("bad.csv", "A,1,3,0,1990,1,1,2,3");
        String forecast = folder.resolve("out.csv").toString();
        assertThat(run("forecast", "--series", bad, "--out", forecast)).isEqualTo(2);
        assertThat(err).contains("h is \"0\"");
        assertThat(run("forecast", "--series", good, "--model", "prophet", "--out", forecast))
                .isEqualTo(2);
        assertThat(err).contains("no model \"prophet\"");
        assertThat(run("forecast", "--series", good, "--level", "100", "--out", forecast))
                .isEqualTo(2);
        assertThat(run("forecast", "--series", good, "--out", forecast)).isZero();
        assertThat(run("accuracy", "--series", good, "--forecast", forecast, "--mase-period", "1"))
                .isEqualTo(2);
        assertThat(err).contains("no future");
    }
}
