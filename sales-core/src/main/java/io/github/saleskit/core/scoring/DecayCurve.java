package io.github.saleskit.core.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A decay, prepared to be asked for the part that is left at an age. */
abstract class DecayCurve {

    private static final DecayCurve NEVER = new DecayCurve(Long.MAX_VALUE) {
        @Override
        double left(long age) {
            return 1;
        }
    };

    /** The age in nanoseconds from which on nothing is left; the largest long when there is none. */
    final long end;

    private DecayCurve(long end) {
        this.end = end;
    }

    /** The part that is left, 0 to 1, at an age in nanoseconds from 0 to below the end. */
    abstract double left(long age);

    static DecayCurve of(Optional<Decay> decay) {
        return decay.isEmpty() ? NEVER : of(decay.get());
    }

    private static DecayCurve of(Decay decay) {
        if (decay instanceof Decay.HalfLife halfLife) {
            return new HalfLife(nanos(halfLife.halfLife()));
        }
        if (decay instanceof Decay.Linear linear) {
            return new Linear(nanos(linear.until()));
        }
        if (decay instanceof Decay.Window window) {
            return new Window(nanos(window.length()));
        }
        return new Steps(((Decay.Steps) decay).steps());
    }

    /** Durations are checked before; what is out of range here is not asked. */
    private static long nanos(Duration duration) {
        return duration.isNegative() || duration.compareTo(Decay.LONGEST) > 0 ? 1 : Math.max(1, duration.toNanos());
    }

    /** Whole half-lives are halved exactly; so is no rounding needed where one looks for 1/2, 1/4, ... */
    private static final class HalfLife extends DecayCurve {
        private static final int MOST = 30;
        private static final double MINUS_LOG_2 = -StrictMath.log(2);
        private final long halfLife;

        HalfLife(long halfLife) {
            super(halfLife > Long.MAX_VALUE / MOST ? Long.MAX_VALUE : halfLife * MOST);
            this.halfLife = halfLife;
        }

        @Override
        double left(long age) {
            long whole = age / halfLife;
            long rest = age - whole * halfLife;
            double part = rest == 0 ? 1 : StrictMath.exp(MINUS_LOG_2 * ((double) rest / halfLife));
            return part / (1L << whole);
        }
    }

    private static final class Linear extends DecayCurve {
        Linear(long until) {
            super(until);
        }

        @Override
        double left(long age) {
            return (double) (end - age) / end;
        }
    }

    private static final class Window extends DecayCurve {
        Window(long length) {
            super(length);
        }

        @Override
        double left(long age) {
            return 1;
        }
    }

    private static final class Steps extends DecayCurve {
        private final long[] after;
        private final double[] factors;

        Steps(List<Decay.DecayStep> steps) {
            super(end(steps));
            after = steps.stream().mapToLong(step -> nanos(step.after())).toArray();
            factors = steps.stream()
                    .mapToDouble(step -> step.factor().doubleValue())
                    .toArray();
        }

        private static long end(List<Decay.DecayStep> steps) {
            return steps.stream()
                    .filter(step -> step.factor().signum() == 0)
                    .mapToLong(step -> nanos(step.after()))
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }

        @Override
        double left(long age) {
            double left = 1;
            for (int i = 0; i < after.length && age >= after[i]; i++) {
                left = factors[i];
            }
            return left;
        }
    }
}
