package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Tells fiscal years, halves, quarters, periods and weeks of dates, and their dates.
 *
 * <pre>{@code
 * FiscalCalendar nendo = FiscalCalendar.japan();
 * FiscalPeriod quarter = nendo.at(FiscalUnit.QUARTER, LocalDate.of(2027, 2, 1));
 * quarter.first();                              // 2027-01-01
 * nendo.label(quarter, Locale.JAPANESE);        // 2026年度 第4四半期
 * }</pre>
 *
 * <p>Every date belongs to exactly one period of each unit; the parts of a unit follow each other without gaps. Years
 * farther from the year 0 than 999,999,000 are refused with an {@link IllegalArgumentException}. Immutable and
 * thread-safe.
 */
public final class FiscalCalendar {

    /** Leaves room for the arithmetic of dates. */
    private static final int FARTHEST_YEAR = 999_999_000;

    /** The Gregorian calendar repeats after so many years, which are whole weeks. */
    private static final int CYCLE = 400;

    /** Fewer weeks are sooner counted year by year than the weeks of a cycle. */
    private static final int WORTH_A_CYCLE = 400;

    private final FiscalYears definition;
    private final YearLayout layout;

    private FiscalCalendar(FiscalYears definition) {
        this.definition = requireNonNull(definition, "definition");
        this.layout = YearLayout.of(definition);
    }

    /** The calendar of a definition, which has been checked when it was made. */
    public static FiscalCalendar compile(FiscalYears definition) {
        return new FiscalCalendar(definition);
    }

    /** Years of months from the given one on, called after the calendar year in which they end. */
    public static FiscalCalendar startingIn(Month firstMonth) {
        return compile(FiscalMonths.builder()
                .name("from " + firstMonth.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .firstMonth(firstMonth.getValue())
                .naming(FiscalYears.Naming.LAST_MONTH)
                .build());
    }

    /** The Japanese business year (年度) from April, called after the calendar year in which it begins. */
    public static FiscalCalendar japan() {
        return compile(FiscalMonths.builder()
                .name("nendo")
                .firstMonth(4)
                .naming(FiscalYears.Naming.FIRST_MONTH)
                .build());
    }

    /** The definition it was compiled from. */
    public FiscalYears definition() {
        return definition;
    }

    /** The fiscal year, half, quarter, period or week to which a date belongs. */
    public FiscalPeriod at(FiscalUnit unit, LocalDate date) {
        requireYear("year", date.getYear());
        int year = layout.yearOf(date);
        int low = 0;
        int high = count(unit, year) - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start(unit, year, middle).isAfter(date)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return period(unit, year, low);
    }

    /**
     * A fiscal year or a part of one by its number.
     *
     * @param year the fiscal year as it is named
     * @param number from 1 to {@link #count}
     */
    public FiscalPeriod of(FiscalUnit unit, int year, int number) {
        int count = count(unit, year);
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("number is " + number + ", but fiscal year " + year + " of \""
                    + definition.name() + "\" has 1 to " + count + " of unit " + unit + ".");
        }
        return period(unit, year, number - 1);
    }

    /** How many of a unit a fiscal year has: 1, 2, 4, 12, and 52 to 54 weeks. */
    public int count(FiscalUnit unit, int year) {
        requireYear("fiscal year", year);
        return switch (unit) {
            case YEAR -> 1;
            case HALF -> 2;
            case QUARTER -> 4;
            case PERIOD -> 12;
            case WEEK -> layout.weeks(year);
        };
    }

    private static int requireYear(String name, long year) {
        if (Math.abs(year) > FARTHEST_YEAR) {
            throw new IllegalArgumentException(
                    name + " is " + year + ", but must be from -" + FARTHEST_YEAR + " to " + FARTHEST_YEAR + ".");
        }
        return (int) year;
    }

    private FiscalPeriod period(FiscalUnit unit, int year, int index) {
        LocalDate last = start(unit, year, index + 1).minusDays(1);
        return new FiscalPeriod(unit, year, index + 1, start(unit, year, index), last);
    }

    private LocalDate start(FiscalUnit unit, int year, int index) {
        return unit == FiscalUnit.WEEK
                ? layout.weekStart(year, index)
                : layout.periodStart(year, index * 12 / count(unit, year));
    }

    /** The period after this one, of the same unit. */
    public FiscalPeriod next(FiscalPeriod period) {
        return plus(period, 1);
    }

    /** The period before this one, of the same unit. */
    public FiscalPeriod previous(FiscalPeriod period) {
        return plus(period, -1);
    }

    /**
     * The n-th period after this one, of the same unit; before it when n is negative. O(1), of weeks O(years between),
     * at most some hundred.
     *
     * <p>Unit, year and number of the period count, its dates do not.
     */
    public FiscalPeriod plus(FiscalPeriod period, int n) {
        if (period.unit() != FiscalUnit.WEEK) {
            int count = count(period.unit(), period.year());
            long index = (long) period.year() * count + period.number() - 1 + n;
            int year = requireYear("fiscal year", Math.floorDiv(index, count));
            return of(period.unit(), year, Math.floorMod(index, count) + 1);
        }
        return plusWeeks(period, n);
    }

    private FiscalPeriod plusWeeks(FiscalPeriod week, int n) {
        long number = (long) week.number() + n;
        int year = requireYear("fiscal year", week.year());
        if (Math.abs(number) >= WORTH_A_CYCLE) {
            int ofCycle = weeksOfCycle();
            year = requireYear("fiscal year", year + CYCLE * (number / ofCycle));
            number %= ofCycle;
        }
        while (number < 1) {
            number += count(FiscalUnit.WEEK, --year);
        }
        for (int count = count(FiscalUnit.WEEK, year); number > count; count = count(FiscalUnit.WEEK, year)) {
            number -= count;
            year++;
        }
        return of(FiscalUnit.WEEK, year, (int) number);
    }

    /** The weeks of any years that are a cycle. */
    private int weeksOfCycle() {
        return IntStream.range(0, CYCLE).map(layout::weeks).sum();
    }

    /** The periods of a unit which begin within a period, in order: the weeks of a quarter, the quarters of a year. */
    public List<FiscalPeriod> parts(FiscalPeriod whole, FiscalUnit unit) {
        return IntStream.rangeClosed(1, count(unit, whole.year()))
                .mapToObj(number -> of(unit, whole.year(), number))
                .filter(part -> whole.contains(part.first()))
                .toList();
    }

    /**
     * What people call a period: {@code FY2026}, {@code FY2026 H1}, {@code FY2026 Q4}, {@code FY2026 P03},
     * {@code FY2026 W07}; in Japanese {@code 2026年度}, {@code 2026年度 上期}, {@code 2026年度 第4四半期}, {@code 2026年度 6月}
     * ({@code 2026年度 第3期} in years of weeks), {@code 2026年度 第7週}.
     *
     * @param locale Japanese or any other, which gives English
     */
    public String label(FiscalPeriod period, Locale locale) {
        return locale.getLanguage().equals("ja") ? japaneseLabel(period) : englishLabel(period);
    }

    private static String englishLabel(FiscalPeriod period) {
        int number = period.number();
        return "FY" + period.year()
                + switch (period.unit()) {
                    case YEAR -> "";
                    case HALF -> " H" + number;
                    case QUARTER -> " Q" + number;
                    case PERIOD -> (number < 10 ? " P0" : " P") + number;
                    case WEEK -> (number < 10 ? " W0" : " W") + number;
                };
    }

    private String japaneseLabel(FiscalPeriod period) {
        int number = period.number();
        return period.year() + "年度"
                + switch (period.unit()) {
                    case YEAR -> "";
                    case HALF -> number == 1 ? " 上期" : " 下期";
                    case QUARTER -> " 第" + number + "四半期";
                    case PERIOD ->
                        definition instanceof FiscalMonths
                                ? " " + period.first().getMonthValue() + "月"
                                : " 第" + number + "期";
                    case WEEK -> " 第" + number + "週";
                };
    }
}
