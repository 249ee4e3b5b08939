package io.github.saleskit.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * The times that a rule selects in one period, in order: every one of some times of day on every one of some dates, of
 * which positions may pick some. Nothing is laid out, so a year of seconds costs no more than its days. Used anew for
 * each period.
 *
 * <p>Mutable, for one thread.
 */
final class DatesAndTimes {

    private final LocalTime[] times;
    private final List<Integer> positions;
    private LocalDate[] dates = new LocalDate[4];
    private int count;
    private long index;
    private long end;
    /** What the positions pick, as indexes of a period of a size. */
    private long[] picked = {};

    private long pickedOf;

    /**
     * @param times in order
     * @param positions from 1, or from -1 counted from the end; empty for all
     */
    DatesAndTimes(LocalTime[] times, List<Integer> positions) {
        this.times = times;
        this.positions = positions;
    }

    /** Begins a period without any date. */
    void clear() {
        count = 0;
        index = 0;
        end = 0;
    }

    /** Adds a date later than those before. */
    void add(LocalDate date) {
        if (count == dates.length) {
            dates = Arrays.copyOf(dates, count * 4);
        }
        dates[count++] = date;
    }

    /** Ends the period: picks, now that all dates are known. */
    void close() {
        end = (long) count * times.length;
        if (!positions.isEmpty()) {
            if (pickedOf != end) {
                pickedOf = end;
                picked = indexes(positions, end);
            }
            end = picked.length;
        }
    }

    /** The indexes, from 0 and in order, that positions pick from so many. */
    static long[] indexes(List<Integer> positions, long size) {
        return positions.stream()
                .mapToLong(position -> position > 0 ? position - 1 : size + position)
                .filter(at -> at >= 0 && at < size)
                .sorted()
                .distinct()
                .toArray();
    }

    boolean hasNext() {
        return index < end;
    }

    /** The next time; there has to be one. */
    LocalDateTime next() {
        long at = positions.isEmpty() ? index : picked[(int) index];
        index++;
        return times.length == 1
                ? LocalDateTime.of(dates[(int) at], times[0])
                : LocalDateTime.of(dates[(int) (at / times.length)], times[(int) (at % times.length)]);
    }
}
