package io.github.saleskit.core.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The national holidays of Japan, computed from the law.
 *
 * <p>Source: Act on National Holidays (国民の祝日に関する法律, Act No. 178 of 1948) with its amendments, and the special acts for
 * single days. Equinoxes: Hydrographic Department of the Japan Coast Guard, 新こよみ便利帳 (1991), formula for 1900 to 2099.
 */
final class JapaneseHolidays {

    private static final LocalDate IN_FORCE = LocalDate.of(1948, 7, 20);
    private static final int LAST_YEAR = 2099;
    /** From this day on a holiday on a Sunday gives the next day off. */
    private static final LocalDate SUBSTITUTES_FROM = LocalDate.of(1973, 4, 12);
    /** From this day on a day between two holidays is off. */
    private static final LocalDate BETWEEN_FROM = LocalDate.of(1985, 12, 27);
    /** From this year on a substitute is the next day that is no holiday, not only the next day. */
    private static final int LATER_SUBSTITUTES_FROM = 2007;

    /** After the constants, which it needs. */
    static final HolidayCalendar CALENDAR = new ListedHolidays(new JapaneseHolidays().holidays);

    private final NavigableMap<LocalDate, Holiday> holidays = new TreeMap<>();

    private JapaneseHolidays() {
        Map<LocalDate, Holiday> named = new TreeMap<>();
        for (int year = IN_FORCE.getYear(); year <= LAST_YEAR; year++) {
            new JapaneseYear(year, named).addNamedDays();
        }
        named.keySet().removeIf(date -> date.isBefore(IN_FORCE));
        holidays.putAll(named);
        named.values().forEach(holiday -> addSubstitute(holiday, named));
        named.keySet().forEach(date -> addDayBetween(date.plusDays(1), named));
    }

    private void addSubstitute(Holiday holiday, Map<LocalDate, Holiday> named) {
        LocalDate date = holiday.date();
        if (date.getDayOfWeek() != SUNDAY || date.isBefore(SUBSTITUTES_FROM)) {
            return;
        }
        LocalDate free = date.plusDays(1);
        while (named.containsKey(free) && date.getYear() >= LATER_SUBSTITUTES_FROM) {
            free = free.plusDays(1);
        }
        String japanese = holiday.names().get("ja") + " 振替休日";
        String english = holiday.names().get("en") + " (substitute holiday)";
        holidays.putIfAbsent(free, new Holiday(free, Map.of("ja", japanese, "en", english)));
    }

    private void addDayBetween(LocalDate date, Map<LocalDate, Holiday> named) {
        boolean between = named.containsKey(date.plusDays(1)) && !date.isBefore(BETWEEN_FROM);
        boolean sunday = date.getDayOfWeek() == SUNDAY && date.getYear() < LATER_SUBSTITUTES_FROM;
        if (between && !sunday) {
            holidays.putIfAbsent(date, new Holiday(date, Map.of("ja", "国民の休日", "en", "Citizens' Holiday")));
        }
    }

    /** The holidays of one year that the law names. */
    private record JapaneseYear(int year, Map<LocalDate, Holiday> into) {

        void addNamedDays() {
            addWinterAndSpring();
            addSummer();
            addAutumn();
            addSingleDays();
        }

        private void addWinterAndSpring() {
            if (year >= 1949) {
                add(Month.JANUARY, 1, "元日", "New Year's Day");
                addMovedToMonday(2000, 2, Month.JANUARY, 15, "成人の日", "Coming of Age Day");
                add(Month.MARCH, springEquinox(), "春分の日", "Vernal Equinox Day");
                add(Month.MAY, 3, "憲法記念日", "Constitution Memorial Day");
                add(Month.MAY, 5, "こどもの日", "Children's Day");
            }
            if (year >= 1967) {
                add(Month.FEBRUARY, 11, "建国記念の日", "National Foundation Day");
            }
            addBirthday();
            addGreenery();
        }

        private void addBirthday() {
            String japanese = "天皇誕生日";
            String english = "Emperor's Birthday";
            if (year >= 1949 && year <= 1988) {
                add(Month.APRIL, 29, japanese, english);
            } else if (year >= 1989 && year <= 2018) {
                add(Month.DECEMBER, 23, japanese, english);
            } else if (year >= 2020) {
                add(Month.FEBRUARY, 23, japanese, english);
            }
        }

        private void addGreenery() {
            if (year >= 2007) {
                add(Month.APRIL, 29, "昭和の日", "Shōwa Day");
                add(Month.MAY, 4, "みどりの日", "Greenery Day");
            } else if (year >= 1989) {
                add(Month.APRIL, 29, "みどりの日", "Greenery Day");
            }
        }

        private void addSummer() {
            if (year == 2020 || year == 2021) {
                return;
            }
            if (year >= 1996) {
                addMovedToMonday(2003, 3, Month.JULY, 20, "海の日", "Marine Day");
            }
            if (year >= 2016) {
                add(Month.AUGUST, 11, "山の日", "Mountain Day");
            }
            if (year >= 2022) {
                addMovedToMonday(2000, 2, Month.OCTOBER, 10, "スポーツの日", "Sports Day");
            } else if (year >= 1966) {
                addMovedToMonday(2000, 2, Month.OCTOBER, 10, "体育の日", "Health and Sports Day");
            }
        }

        private void addAutumn() {
            if (year >= 1966) {
                addMovedToMonday(2003, 3, Month.SEPTEMBER, 15, "敬老の日", "Respect for the Aged Day");
            }
            add(Month.SEPTEMBER, autumnEquinox(), "秋分の日", "Autumnal Equinox Day");
            add(Month.NOVEMBER, 3, "文化の日", "Culture Day");
            add(Month.NOVEMBER, 23, "勤労感謝の日", "Labor Thanksgiving Day");
        }

        /** Days of the imperial house, and the days moved for the Olympic Games of Tokyo. */
        private void addSingleDays() {
            switch (year) {
                case 1959 -> add(Month.APRIL, 10, "皇太子明仁親王の結婚の儀", "Wedding of Crown Prince Akihito");
                case 1989 -> add(Month.FEBRUARY, 24, "昭和天皇の大喪の礼", "Funeral of Emperor Shōwa");
                case 1990 -> add(Month.NOVEMBER, 12, "即位礼正殿の儀", "Enthronement Ceremony");
                case 1993 -> add(Month.JUNE, 9, "皇太子徳仁親王の結婚の儀", "Wedding of Crown Prince Naruhito");
                case 2019 -> {
                    add(Month.MAY, 1, "天皇の即位の日", "Day of the Emperor's Accession");
                    add(Month.OCTOBER, 22, "即位礼正殿の儀", "Enthronement Ceremony");
                }
                case 2020 -> addOlympicDays(23, 24, 10);
                case 2021 -> addOlympicDays(22, 23, 8);
                default -> {}
            }
        }

        private void addOlympicDays(int marine, int sports, int mountain) {
            add(Month.JULY, marine, "海の日", "Marine Day");
            add(Month.JULY, sports, "スポーツの日", "Sports Day");
            add(Month.AUGUST, mountain, "山の日", "Mountain Day");
        }

        /** A fixed day, and from the given year on the n-th Monday of its month. */
        private void addMovedToMonday(int from, int n, Month month, int day, String japanese, String english) {
            LocalDate monday = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, MONDAY));
            add(month, year >= from ? monday.getDayOfMonth() : day, japanese, english);
        }

        private void add(Month month, int day, String japanese, String english) {
            LocalDate date = LocalDate.of(year, month, day);
            into.put(date, new Holiday(date, Map.of("ja", japanese, "en", english)));
        }

        private int springEquinox() {
            return equinox(year < 1980 ? 20.8357 : 20.8431);
        }

        private int autumnEquinox() {
            return equinox(year < 1980 ? 23.2588 : 23.2488);
        }

        /** Day of the month; leap days before 1980 are counted towards zero, as the formula was published. */
        private int equinox(double in1980) {
            int leapDays = (year < 1980 ? year - 1983 : year - 1980) / 4;
            return (int) (in1980 + .242194 * (year - 1980) - leapDays);
        }
    }
}
