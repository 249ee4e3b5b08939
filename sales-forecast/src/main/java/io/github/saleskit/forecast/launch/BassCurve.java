package io.github.saleskit.forecast.launch;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Arrays;

/**
 * How a new product spreads: some buy by themselves, the others the more probably, the more have bought before.
 *
 * <pre>{@code
 * BassCurve conditioners = BassCurve.of(0.0104, 0.4186);     // room air conditioners, by year
 * conditioners.peak();                                       // 8.6 years after the launch
 * conditioners.toProfile(12);                                // the share of the first twelve years in each
 * }</pre>
 *
 * <p>Source: F. M. Bass, A new product growth model for consumer durables, Management Science 15, 1969. Immutable and
 * thread-safe.
 *
 * @param version of the document, 1
 * @param innovation the rate, a period, at which those buy who copy nobody; above 0, at most 10
 * @param imitation the rate at which those who have not bought follow those who have; from 0 to 10
 */
public record BassCurve(
        @Required int version,
        @Required double innovation,
        @Required double imitation) implements StrictDocument {

    private static final double FASTEST = 10;

    public BassCurve {
        DocumentVersion.require("bass curve", version, 1);
        if (!(innovation > 0 && innovation <= FASTEST)) {
            throw new IllegalArgumentException("innovation is " + innovation + ", but must be above 0, at most 10.");
        }
        if (!(imitation >= 0 && imitation <= FASTEST)) {
            throw new IllegalArgumentException("imitation is " + imitation + ", but must be from 0 to 10.");
        }
    }

    /** A curve of the two rates. */
    public static BassCurve of(double innovation, double imitation) {
        return new BassCurve(1, innovation, imitation);
    }

    /**
     * The share of all who will ever buy that has bought by a time.
     *
     * @param periods since the launch, at least 0
     */
    public double boughtBy(double periods) {
        if (!(periods >= 0)) {
            throw new IllegalArgumentException("periods is " + periods + ", but must be at least 0.");
        }
        double still = (innovation + imitation) * periods;
        return innovation * -StrictMath.expm1(-still) / (innovation + imitation * StrictMath.exp(-still));
    }

    /** How many periods after the launch most is sold; 0 where sales only fall. */
    public double peak() {
        return imitation > innovation
                ? (StrictMath.log(imitation) - StrictMath.log(innovation)) / (innovation + imitation)
                : 0;
    }

    /**
     * The profile of the first periods.
     *
     * @param periods from 1 to 1,200
     */
    public LaunchProfile toProfile(int periods) {
        LaunchProfile.requirePeriods(periods);
        double[] shares = new double[periods];
        Arrays.setAll(shares, t -> Math.max(0, boughtBy(t + 1) - boughtBy(t)));
        return LaunchProfile.ofSales(shares);
    }
}
