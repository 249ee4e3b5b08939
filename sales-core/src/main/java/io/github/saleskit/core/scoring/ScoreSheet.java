package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.CriteriaMatches;
import java.util.Arrays;

/** What is noted down while one lead is scored; used over and over. */
final class ScoreSheet {

    /** Which rules the lead itself qualifies for. */
    final CriteriaMatches lead;

    /** Which rules about events the event at hand matches. */
    final CriteriaMatches event;

    /** By rule: points in thousandths before limits. */
    final long[] raw;

    /** By rule: points in thousandths within the limits of the rule. */
    final long[] limited;

    /** By rule about events: how many count. */
    final int[] counted;

    /** By rule about events: the weight of the next one that counts. */
    final double[] weight;

    /** By rule about events: position of the newest that counts. */
    final int[] newest;

    /** By rule: how many values were infinite. */
    final int[] notFinite;

    /** By group: points in thousandths before and within its limits. */
    final long[] groupRaw;

    final long[] groupLimited;

    int future;
    long total;

    ScoreSheet(CriteriaMatches lead, CriteriaMatches event, int rules, int groups) {
        this.lead = lead;
        this.event = event;
        raw = new long[rules];
        limited = new long[rules];
        counted = new int[rules];
        weight = new double[rules];
        newest = new int[rules];
        notFinite = new int[rules];
        groupRaw = new long[groups];
        groupLimited = new long[groups];
    }

    void clear() {
        Arrays.fill(raw, 0);
        Arrays.fill(counted, 0);
        Arrays.fill(weight, 1);
        Arrays.fill(notFinite, 0);
        future = 0;
    }
}
