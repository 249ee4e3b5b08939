package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts subscriptions into billing periods that begin on an anchor day, and prorates by actual days what does not fill one.
 *
 * <p>From 1 February 2011 on, billed on the 13th in advance: 12 of the 31 days of the period to 13 February, then whole months. An
 * anchor day beyond the end of a month is its last day. The conventions are those of Kill Bill's invoices: a part before the first
 * anchor is measured by the period that ends there, a part after the last one by the period that begins there.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period how often is charged
 * @param anchorDay day of the month on which periods of months begin, from 1 to 31; the start's own for others
 * @param mode when a period is charged
 */
public record BillingCalendar(BillingPeriod period, int anchorDay, BillingMode mode) {

    private static final int LONGEST_MONTH = 31;

    public BillingCalendar {
        requireNonNull(period, "period");
        requireNonNull(mode, "mode");
        if (anchorDay < 1 || anchorDay > LONGEST_MONTH) {
            throw new IllegalArgumentException("anchorDay is " + anchorDay + ", but must be from 1 to 31.");
        }
    }

    /**
     * What has been charged by a day.
     *
     * @param start the first day of the subscription
     * @param end the first day after it; empty while it runs
     * @param target the day by which is charged, included; not before the start
     * @throws IllegalArgumentException when the days are not in order
     */
    public List<BilledPeriod> billed(LocalDate start, Optional<LocalDate> end, LocalDate target) {
        if (target.isBefore(start) || end.map(start::isAfter).orElse(false)) {
            throw new IllegalArgumentException("start is " + start + ", but must not be after " + target + " and "
                    + end.map(Object::toString).orElse("no end") + ".");
        }
        LocalDate first = firstAnchor(start);
        Optional<LocalDate> until = chargedUntil(first, end, target);
        if (until.isEmpty() || end.map(start::equals).orElse(false)) {
            return List.of();
        }
        List<BilledPeriod> billed = new ArrayList<>();
        if (end.isPresent() && !end.get().isAfter(first)) {
            addPart(billed, start, end.get(), end.get().minus(period.length()), end.get());
            return List.copyOf(billed);
        }
        addPart(billed, start, first, first.minus(period.length()), first);
        addWholeAndRest(billed, first, until.get());
        return List.copyOf(billed);
    }

    private void addWholeAndRest(List<BilledPeriod> billed, LocalDate first, LocalDate until) {
        LocalDate from = first;
        int periods = 1;
        LocalDate next = anchor(first, periods);
        while (!next.isAfter(until)) {
            long days = ChronoUnit.DAYS.between(from, next);
            billed.add(new BilledPeriod(from, next, days, days));
            from = next;
            next = anchor(first, ++periods);
        }
        addPart(billed, from, until, from, next);
    }

    private static void addPart(
            List<BilledPeriod> billed, LocalDate from, LocalDate until, LocalDate periodFrom, LocalDate periodUntil) {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days > 0) {
            billed.add(new BilledPeriod(from, until, days, ChronoUnit.DAYS.between(periodFrom, periodUntil)));
        }
    }

    private LocalDate firstAnchor(LocalDate start) {
        if (!period.hasAnchorDay()) {
            return start;
        }
        LocalDate anchor = aligned(start);
        int periods = 0;
        LocalDate proposed = anchor;
        while (proposed.isBefore(start)) {
            proposed = aligned(anchor.plus(period.length().multipliedBy(++periods)));
        }
        return proposed;
    }

    private LocalDate anchor(LocalDate first, int periods) {
        LocalDate date = first.plus(period.length().multipliedBy(periods));
        return period.hasAnchorDay() ? aligned(date) : date;
    }

    private LocalDate aligned(LocalDate date) {
        return date.withDayOfMonth(Math.min(anchorDay, date.lengthOfMonth()));
    }

    private Optional<LocalDate> chargedUntil(LocalDate first, Optional<LocalDate> end, LocalDate target) {
        if (end.isPresent() && !target.isBefore(end.get())) {
            boolean due = mode == BillingMode.IN_ADVANCE || end.get().equals(target) || !target.isBefore(first);
            return due ? end : Optional.empty();
        }
        if (target.isBefore(first)) {
            return mode == BillingMode.IN_ADVANCE ? Optional.of(first) : Optional.empty();
        }
        int periods = 0;
        while (!anchor(first, periods).isAfter(target)) {
            periods++;
        }
        if (mode == BillingMode.IN_ARREAR) {
            return Optional.of(anchor(first, periods - 1));
        }
        LocalDate next = anchor(first, periods);
        return Optional.of(end.filter(next::isAfter).orElse(next));
    }
}
