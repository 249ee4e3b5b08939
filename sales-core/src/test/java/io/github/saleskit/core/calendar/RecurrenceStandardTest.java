package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 5545, section 3.8.5.3, gives as examples; all start at nine in New York. */
class RecurrenceStandardTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY;COUNT=10|19970902|19970902 03 04 05 06 07 08 09 10 11",
                "DAILY;INTERVAL=2|19970902|19970902 04 06 08 10 12 14 16 18 20 22 24 26 28 30 1002 04",
                "DAILY;INTERVAL=10;COUNT=5|19970902|19970902 12 22 1002 12",
                "WEEKLY;COUNT=10|19970902|19970902 09 16 23 30 1007 14 21 28 1104",
                "WEEKLY;INTERVAL=2;WKST=SU|19970902|19970902 16 30 1014 28 1111 25 1209 23 19980106 20 0203",
                "WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH|19970902|19970902 04 09 11 16 18 23 25 30 1002",
                "WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR|19970901|19970901 03 05 15 17 19 "
                        + "29 1001 03 13 "
                        + "15 17 27 29 31 1110 12 14 24 26 28 1208 10 12 22",
                "WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH|19970902|19970902 04 16 18 30 1002 14 16",
                "MONTHLY;COUNT=10;BYDAY=1FR|19970905|19970905 1003 1107 1205 19980102 0206 0306 0403 0501 0605",
                "MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR|19970905|19970905 1003 1107 1205",
                "MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU|19970907|19970907 28 1102 30 19980104 25 0301 29 0503 31",
                "MONTHLY;COUNT=6;BYDAY=-2MO|19970922|19970922 1020 1117 1222 19980119 0216",
                "MONTHLY;BYMONTHDAY=-3|19970928|19970928 1029 1128 1229 19980129 0226",
                "MONTHLY;COUNT=10;BYMONTHDAY=2,15|19970902|19970902 15 1002 15 1102 15 1202 15 19980102 15",
                "MONTHLY;COUNT=10;BYMONTHDAY=1,-1|19970930|19970930 1001 31 1101 30 1201 31 19980101 31 0201",
                "MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15|19970910|19970910 11 12 13 14 15 "
                        + "19990310 11 12 13",
                "MONTHLY;INTERVAL=2;BYDAY=TU|19970902|19970902 09 16 23 30 1104 11 18 25 19980106 13 20 27 0303 10 "
                        + "17 24 31",
                "YEARLY;COUNT=10;BYMONTH=6,7|19970610|19970610 0710 19980610 0710 19990610 0710 20000610 0710 "
                        + "20010610 0710",
                "YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3|19970310|19970310 19990110 0210 0310 20010110 0210 0310 "
                        + "20030110 0210 "
                        + "0310",
                "YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200|19970101|19970101 0410 0719 20000101 0409 0718 "
                        + "20030101 0410 0719 "
                        + "20060101",
                "YEARLY;BYDAY=20MO|19970519|19970519 19980518 19990517",
                "YEARLY;BYWEEKNO=20;BYDAY=MO|19970512|19970512 19980511 19990517",
                "YEARLY;BYMONTH=3;BYDAY=TH|19970313|19970313 20 27 19980305 12 19 26 19990304 11 18 25",
                "YEARLY;BYDAY=TH;BYMONTH=6,7,8|19970605|19970605 12 19 26 0703 10 17 24 31 0807 14 21 28 19980604 "
                        + "11 18 25 0702",
                "MONTHLY;BYDAY=FR;BYMONTHDAY=13|19970902|19980213 0313 1113 19990813 20001013",
                "MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13|19970913|19970913 1011 1108 1213 19980110 0207 0307 "
                        + "0411 0509 0613",
                "YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8|19961105|19961105 20001107 20041102",
                "MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3|19970904|19970904 1007 1106",
                "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2|19970929|19970929 1030 1127 1230 19980129 0226 0330",
                "WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO|19970805|19970805 10 19 24",
                "WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU|19970805|19970805 17 19 31",
                "MONTHLY;BYMONTHDAY=15,30;COUNT=5|20070115|20070115 30 0215 0315 30"
            })
    void datesOfTheStandard(String rule, String start, String dates) {
        List<LocalDate> expected = expand(dates);
        ZonedDateTime first = date(start).atTime(9, 0).atZone(NEW_YORK);
        List<ZonedDateTime> found = Recurrence.parse("FREQ=" + rule)
                .occurrences(first)
                .limit(rule.contains("COUNT") || rule.contains("UNTIL") ? Long.MAX_VALUE : expected.size())
                .toList();
        assertThat(found).extracting(ZonedDateTime::toLocalDate).containsExactlyElementsOf(expected);
        assertThat(found).allSatisfy(time -> assertThat(time.toLocalTime()).isEqualTo(LocalTime.of(9, 0)));
    }

    /** Each date leaves out what it shares with the one before. */
    private static List<LocalDate> expand(String dates) {
        String[] parts = dates.split(" ", -1);
        LocalDate[] expanded = new LocalDate[parts.length];
        String last = "";
        for (int i = 0; i < parts.length; i++) {
            last = (i == 0 ? "" : last.substring(0, 8 - parts[i].length())) + parts[i];
            expanded[i] = date(last);
        }
        return Arrays.asList(expanded);
    }

    @Test
    void everyDayUntilChristmasEve() {
        List<ZonedDateTime> found = Recurrence.parse("FREQ=DAILY;UNTIL=19971224T000000Z")
                .occurrences(date("19970902").atTime(9, 0).atZone(NEW_YORK))
                .toList();
        assertThat(found).hasSize(113);
        assertThat(found.get(112).toLocalDate()).isEqualTo("1997-12-23");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
                "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1"
            })
    void everyDayInJanuaryForThreeYears(String rule) {
        List<LocalDate> expected = IntStream.of(1998, 1999, 2000)
                .boxed()
                .flatMap(year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year, 2, 1)))
                .toList();
        assertThat(Recurrence.parse(rule)
                        .occurrences(date("19980101").atTime(9, 0).atZone(NEW_YORK)))
                .extracting(ZonedDateTime::toLocalDate)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000|09:00 12:00 15:00",
                "FREQ=MINUTELY;INTERVAL=15;COUNT=6|09:00 09:15 09:30 09:45 10:00 10:15",
                "FREQ=MINUTELY;INTERVAL=90;COUNT=4|09:00 10:30 12:00 13:30"
            })
    void timesOfTheStandard(String rule, String times) {
        assertThat(Recurrence.parse(rule).occurrences(date("19970902").atTime(9, 0)))
                .extracting(LocalDateTime::toLocalTime)
                .containsExactlyElementsOf(
                        Arrays.stream(times.split(" ")).map(LocalTime::parse).toList());
    }

    @Test
    void twoWaysToSayEveryTwentyMinutes() {
        LocalDateTime start = date("19970902").atTime(9, 0);
        List<LocalDateTime> byDay = Recurrence.parse("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40")
                .occurrences(start)
                .limit(48)
                .toList();
        List<LocalDateTime> byMinute = Recurrence.parse("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16")
                .occurrences(start)
                .limit(48)
                .toList();
        assertThat(byDay).isEqualTo(byMinute).contains(start.plusMinutes(20), start.plusDays(1));
        assertThat(byDay.get(47)).isEqualTo("1997-09-03T16:40");
    }
}
