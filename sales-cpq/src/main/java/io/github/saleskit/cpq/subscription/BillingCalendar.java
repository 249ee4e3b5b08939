package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts subscriptions into billing periods that begin on anchors.
 *
 * <p>From 1 February 2011 on, billed on the 13th in advance: 12 of the 31 days of the period to 13 February, then whole
 * months.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period how often is charged
 * @param anchor on which days periods begin
 * @param mode when a period is charged
 * @param stubs by which whole period a part before the first anchor is measured
 */
public record BillingCalendar(
        @Required BillingPeriod period,
        @Required BillingAnchor anchor,
        @Required BillingMode mode,
        @Required StubMeasure stubs)
        implements StrictDocument {

    /** More periods than this are taken for a mistake. */
    static final int MOST_PERIODS = 1_000_000;

    public BillingCalendar {
        requireNonNull(period, "period");
        requireNonNull(anchor, "anchor");
        requireNonNull(mode, "mode");
        requireNonNull(stubs, "stubs");
        if (!AnchorGrid.suits(anchor, period)) {
            throw new IllegalArgumentException(
                    "period is " + period + ", but must be of whole weeks to begin on a day of the week.");
        }
    }

    /** Parts before the first anchor are measured between anchors. */
    public static BillingCalendar of(BillingPeriod period, BillingAnchor anchor, BillingMode mode) {
        return new BillingCalendar(period, anchor, mode, StubMeasure.BETWEEN_ANCHORS);
    }

    /**
     * What has been charged by a day, in whole days.
     *
     * <p>In advance a period is charged by its first day, in arrears by the day after its last; a part that ends before
     * the first anchor on the very day of its end, or by that anchor.
     *
     * @param start the first day of the subscription
     * @param end the first day after it; empty while it runs
     * @param target the day by which is charged, included; not before the start
     * @throws IllegalArgumentException when the days are not in order, or there are more than a million periods
     */
    public List<BilledPeriod> billed(LocalDate start, Optional<LocalDate> end, LocalDate target) {
        if (target.isBefore(start) || end.map(start::isAfter).orElse(false)) {
            throw new IllegalArgumentException("start is " + start + ", but must not be after " + target + " and "
                    + end.map(Object::toString).orElse("no end") + ".");
        }
        LocalDate horizon = mode == BillingMode.IN_ADVANCE ? target.plusDays(1) : target;
        List<BilledPeriod> billed = new ArrayList<>();
        for (BillingWindow window :
                windows(Moment.of(start), end.map(Moment::of).orElse(null), Moment.of(horizon))) {
            if (mode == BillingMode.IN_ADVANCE || isDue(window, end, target)) {
                billed.add(billed(window));
            }
        }
        return List.copyOf(billed);
    }

    private static boolean isDue(BillingWindow window, Optional<LocalDate> end, LocalDate target) {
        LocalDate until = window.servedUntil().day();
        boolean waits = window.servedFrom().isAfter(window.from())
                && window.anchorAfter().day().isAfter(target)
                && !end.filter(target::equals).isPresent();
        return !until.isAfter(target) && !waits;
    }

    private static BilledPeriod billed(BillingWindow window) {
        LocalDate from = window.servedFrom().day();
        LocalDate until = window.servedUntil().day();
        return new BilledPeriod(
                from,
                until,
                ChronoUnit.DAYS.between(from, until),
                ChronoUnit.DAYS.between(window.from().day(), window.until().day()));
    }

    /**
     * The periods of a subscription that begin before a horizon.
     *
     * @param until where it ends; null while it runs
     */
    List<BillingWindow> windows(Moment start, @Nullable Moment until, Moment horizon) {
        Moment limit = until == null ? horizon : Moment.earlier(until, horizon);
        if (!start.isBefore(limit)) {
            return List.of();
        }
        AnchorGrid grid = AnchorGrid.of(anchor, start.day(), period);
        long number = grid.numberAt(start.day());
        requireFew(grid.numberAt(limit.day()) - number, start, limit);
        List<BillingWindow> windows = new ArrayList<>();
        Moment from = anchor(grid, number, start);
        while (from.isBefore(limit)) {
            Moment next = anchor(grid, ++number, start);
            windows.add(window(from, next, start, until));
            from = next;
        }
        return windows;
    }

    private void requireFew(long periods, Moment start, Moment limit) {
        if (periods > MOST_PERIODS) {
            throw new IllegalArgumentException("period is " + period + ", but from " + start + " until " + limit
                    + " there are more than " + MOST_PERIODS + " of them.");
        }
    }

    /** Anchors have the time of day of the start. */
    private static Moment anchor(AnchorGrid grid, long number, Moment start) {
        return new Moment(grid.at(number), start.time());
    }

    private BillingWindow window(Moment from, Moment next, Moment start, @Nullable Moment until) {
        Moment servedFrom = Moment.later(from, start);
        Moment servedUntil = until == null ? next : Moment.earlier(until, next);
        if (stubs == StubMeasure.COUNTED_BACK && servedFrom.isAfter(from)) {
            Moment back = new Moment(period.after(servedUntil.day(), -1), servedUntil.time());
            return new BillingWindow(back, servedUntil, servedFrom, servedUntil, next, period);
        }
        return new BillingWindow(from, next, servedFrom, servedUntil, next, period);
    }
}
