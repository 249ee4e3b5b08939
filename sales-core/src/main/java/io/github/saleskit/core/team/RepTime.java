package io.github.saleskit.core.team;

import io.github.saleskit.core.calendar.BusinessCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The working time of one rep. */
final class RepTime {

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-30T00:00:00Z");

    private final Optional<BusinessCalendar> calendar;

    /** In order of time, no two of which touch. */
    private final List<Absence> absences;

    /** Working time that falls into the absences before each, and at the end into all. */
    private final List<Duration> lostBefore = new ArrayList<>();

    RepTime(Optional<BusinessCalendar> calendar, List<Absence> absences) {
        this.calendar = calendar;
        this.absences = merged(absences);
        Duration lost = Duration.ZERO;
        lostBefore.add(lost);
        for (Absence absence : this.absences) {
            lost = lost.plus(planned(known(absence.from()), known(absence.until())));
            lostBefore.add(lost);
        }
    }

    private static List<Absence> merged(List<Absence> sorted) {
        List<Absence> merged = new ArrayList<>();
        for (Absence absence : sorted) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).until().isBefore(absence.from())) {
                merged.add(absence);
            } else if (merged.get(last).until().isBefore(absence.until())) {
                merged.set(last, Absence.between(merged.get(last).from(), absence.until()));
            }
        }
        return merged;
    }

    /** How many absences begin at or before an instant. */
    private int begun(Instant at) {
        int low = 0;
        int high = absences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (absences.get(middle).from().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean absent(Instant at) {
        int begun = begun(at);
        return begun > 0 && absences.get(begun - 1).contains(at);
    }

    WorkStatus status(Instant at) {
        if (absent(at)) {
            return WorkStatus.ABSENT;
        }
        if (calendar.isEmpty() || calendar.get().isWorking(at)) {
            return WorkStatus.WORKING;
        }
        BusinessCalendar hours = calendar.get();
        boolean holiday = hours.holidayOn(at.atZone(hours.zone()).toLocalDate()).isPresent();
        return holiday ? WorkStatus.HOLIDAY : WorkStatus.OUTSIDE_HOURS;
    }

    Duration workingTime(Instant from, Instant to) {
        return planned(from, to).minus(lost(to).minus(lost(from)));
    }

    /** The instant, or the nearest that every calendar knows: absences may begin long ago and end at some far date. */
    private Instant known(Instant at) {
        if (calendar.isEmpty()) {
            return at;
        }
        Instant notBefore = at.isBefore(EARLIEST) ? EARLIEST : at;
        return notBefore.isAfter(LATEST) ? LATEST : notBefore;
    }

    /** Working time without regard to absences. */
    private Duration planned(Instant from, Instant to) {
        return calendar.isEmpty() ? Duration.between(from, to) : calendar.get().between(from, to);
    }

    /** Working time that was lost to absences before an instant. */
    private Duration lost(Instant at) {
        int begun = begun(at);
        if (begun == 0) {
            return Duration.ZERO;
        }
        Absence last = absences.get(begun - 1);
        Instant end = last.until().isBefore(at) ? last.until() : at;
        return lostBefore.get(begun - 1).plus(planned(known(last.from()), known(end)));
    }

    Optional<Instant> plus(Instant from, Duration workingTime) {
        calendar.ifPresent(hours -> hours.isWorking(from)); // rejects what lies outside the years
        Instant start = from;
        Duration left = workingTime;
        for (int i = Math.max(0, begun(from) - 1); i < absences.size(); i++) {
            Absence absence = absences.get(i);
            Duration before = start.isBefore(absence.from()) ? planned(start, known(absence.from())) : Duration.ZERO;
            if (left.compareTo(before) <= 0 && (start.isBefore(absence.from()) || left.isZero())) {
                return plannedPlus(start, left);
            }
            left = left.minus(before);
            start = start.isBefore(absence.until()) ? absence.until() : start;
        }
        return plannedPlus(start, left);
    }

    private Optional<Instant> plannedPlus(Instant from, Duration workingTime) {
        try {
            return Optional.of(
                    calendar.isEmpty() ? from.plus(workingTime) : calendar.get().plus(from, workingTime));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> nextWorking(Instant from) {
        Optional<Instant> next = planned(from);
        while (next.isPresent() && absent(next.get())) {
            Instant back = absences.get(begun(next.get()) - 1).until();
            next = back.isAfter(known(back)) ? Optional.empty() : planned(back);
        }
        return next;
    }

    private Optional<Instant> planned(Instant from) {
        return calendar.isEmpty() ? Optional.of(from) : calendar.get().toWorkingTime(from);
    }

    Optional<Instant> nextChange(Instant after) {
        if (status(after) != WorkStatus.WORKING) {
            return nextWorking(after);
        }
        int begun = begun(after);
        Optional<Instant> absence = begun == absences.size()
                ? Optional.empty()
                : Optional.of(absences.get(begun).from());
        Optional<Instant> closing = calendar.flatMap(hours -> hours.nextClosing(after));
        return Stream.of(absence, closing).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
