package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.Problems;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with business hours. */
final class HoursChecker {

    private final BusinessHours hours;
    private final LocalDate first;
    private final LocalDate end;
    private final Problems problems = new Problems();

    HoursChecker(BusinessHours hours, LocalDate first, LocalDate end) {
        this.hours = hours;
        this.first = first;
        this.end = end;
    }

    Problems check() {
        hours.week().forEach((day, intervals) -> checkDay(problems.at("week", day), intervals));
        for (int i = 0; i < hours.specialDays().size(); i++) {
            checkDay(
                    problems.at("specialDays", i, "hours"),
                    hours.specialDays().get(i).hours());
        }
        checkDates("holidays", hours.holidays().stream().map(Holiday::date).toList());
        checkDates(
                "specialDays",
                hours.specialDays().stream().map(SpecialDay::date).toList());
        boolean weekIsFree = hours.week().values().stream().allMatch(List::isEmpty);
        if (weekIsFree
                && hours.specialDays().stream().allMatch(day -> day.hours().isEmpty())) {
            problems.at("week")
                    .report(
                            "calendar.neverOpen",
                            null,
                            "there are no working hours, neither in the week nor on a special day",
                            "Maybe \"MONDAY\": [\"09:00-17:00\"]?");
        }
        return problems;
    }

    private static void checkDay(Problems place, List<WorkingInterval> day) {
        List<Integer> byStart = IntStream.range(0, day.size())
                .boxed()
                .sorted(Comparator.comparing(i -> day.get(i).startSecond()))
                .toList();
        @Nullable WorkingInterval longest = null;
        for (int i : byStart) {
            WorkingInterval interval = day.get(i);
            if (longest != null && interval.startSecond() < longest.endSecond()) {
                place.at(i)
                        .report("calendar.overlappingHours", interval.toString(), "the interval overlaps " + longest);
            }
            longest = longest == null || interval.endSecond() > longest.endSecond() ? interval : longest;
        }
    }

    private void checkDates(String list, List<LocalDate> dates) {
        Set<LocalDate> seen = new LinkedHashSet<>();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            Problems place = problems.at(list, i, "date");
            if (!seen.add(date)) {
                place.report("calendar.duplicateDate", date.toString(), "the date is given twice");
            }
            if (date.isBefore(first) || !date.isBefore(end)) {
                place.report(
                        "calendar.dateOutsideYears",
                        date.toString(),
                        "the date is outside the years " + first.getYear() + " to " + (end.getYear() - 1)
                                + " of the calendar",
                        "Maybe compile the calendar for more years?");
            }
        }
    }
}
