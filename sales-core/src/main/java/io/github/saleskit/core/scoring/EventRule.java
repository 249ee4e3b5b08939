package io.github.saleskit.core.scoring;

/** A rule about events, prepared. */
final class EventRule<E> {

    /** Position of the rule among all rules of the model. */
    final int rule;

    final DecayCurve decay;
    final double factor;
    final int atMost;
    private final PointsReader<E> points;

    EventRule(int rule, ScoringRule definition, PointsReader<E> points) {
        this.rule = rule;
        this.points = points;
        this.decay = DecayCurve.of(definition.decay());
        Repeats repeats = definition.repeats().orElse(Repeats.diminishing("1"));
        this.factor = repeats.factor().map(Number::doubleValue).orElse(1.0);
        this.atMost = repeats.atMost().orElse(Integer.MAX_VALUE);
    }

    /** Counts an event of an age, if it still counts. */
    void count(E event, long age, int index, ScoreSheet sheet) {
        if (age >= decay.end || sheet.counted[rule] >= atMost) {
            return;
        }
        long full = points.read(event);
        if (!PointsReader.given(full)) {
            sheet.notFinite[rule] += full == PointsReader.NOT_FINITE ? 1 : 0;
            return;
        }
        double most = full * sheet.weight[rule];
        if (Math.abs(most) > 0.5) { // else it is rounded to nothing whatever the decay leaves
            sheet.raw[rule] += Thousandths.rounded(most * decay.left(age));
        }
        sheet.weight[rule] *= factor;
        if (sheet.counted[rule]++ == 0) {
            sheet.newest[rule] = index;
        }
    }
}
