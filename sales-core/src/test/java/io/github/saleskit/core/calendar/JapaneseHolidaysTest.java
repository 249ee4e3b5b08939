package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.SharedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseHolidaysTest {

    private static final HolidayCalendar JAPAN = HolidayCalendar.japan();

    /** The published days of 1970 to 2050: the same dates, and the same names where the file has the law's. */
    @Test
    void everyPublishedDayIsFoundAndNoOther() {
        Map<LocalDate, String> published = new TreeMap<>();
        for (String line : SharedData.lines("calendar/holidays_jp.yml")) {
            if (line.contains(": ")) {
                published.put(LocalDate.parse(line.substring(0, 10)), line.substring(12));
            }
        }
        assertThat(published).hasSize(1329);
        List<Holiday> computed = JAPAN.between(LocalDate.of(1970, 1, 1), LocalDate.of(2051, 1, 1));
        assertThat(computed).extracting(Holiday::date).containsExactlyElementsOf(published.keySet());
        for (Holiday holiday : computed) {
            assertThat(plain(holiday.name(Locale.JAPANESE)))
                    .as("%s", holiday.date())
                    .isEqualTo(plain(published.get(holiday.date())));
        }
    }

    /**
     * The file writes some days shorter than the law does, and names 6 May after this or that of the days before it.
     */
    private static String plain(String name) {
        return switch (name) {
            case "国民の休日", "休日（祝日扱い）", "天皇の即位の日", "即位礼正殿の儀" -> "休日";
            case "昭和天皇の大喪の礼" -> "大喪の礼";
            case "皇太子徳仁親王の結婚の儀" -> "結婚の儀";
            case "体育の日（スポーツの日）" -> "体育の日";
            case "こどもの日 振替休日", "みどりの日 振替休日", "憲法記念日 振替休日" -> "振替休日";
            default -> name;
        };
    }

    /** Single facts of the law, for a checkout without the data set. */
    @ParameterizedTest
    @CsvSource({
        "1948-09-23, 秋分の日",
        "1949-01-01, 元日",
        "1959-04-10, 皇太子明仁親王の結婚の儀",
        "1973-04-30, 天皇誕生日 振替休日",
        "1988-05-04, 国民の休日",
        "1989-02-24, 昭和天皇の大喪の礼",
        "1990-11-12, 即位礼正殿の儀",
        "1993-06-09, 皇太子徳仁親王の結婚の儀",
        "2000-01-10, 成人の日",
        "2003-07-21, 海の日",
        "2006-05-04, 国民の休日",
        "2008-05-06, みどりの日 振替休日",
        "2009-09-22, 国民の休日",
        "2019-04-30, 国民の休日",
        "2019-05-01, 天皇の即位の日",
        "2019-05-02, 国民の休日",
        "2019-10-22, 即位礼正殿の儀",
        "2020-07-23, 海の日",
        "2020-07-24, スポーツの日",
        "2020-08-10, 山の日",
        "2021-08-09, 山の日 振替休日",
        "2026-03-20, 春分の日",
        "2026-09-22, 国民の休日",
        "2026-09-23, 秋分の日"
    })
    void theLawGivesTheseDays(LocalDate date, String name) {
        assertThat(JAPAN.on(date).orElseThrow().name(Locale.JAPAN)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "1948-07-19",
        "1948-01-01",
        "1967-02-12",
        "1972-10-09",
        "1985-05-04",
        "1973-02-12",
        "1992-05-06",
        "2019-12-23",
        "2020-10-12",
        "2021-08-11",
        "2100-01-01"
    })
    void theseDaysAreNone(LocalDate date) {
        assertThat(JAPAN.isHoliday(date)).isFalse();
    }

    @Test
    void everyDayHasAnEnglishName() {
        List<Holiday> all = JAPAN.between(LocalDate.of(1948, 1, 1), LocalDate.of(2101, 1, 1));
        assertThat(all).allSatisfy(holiday -> assertThat(holiday.names()).containsOnlyKeys("en", "ja"));
        assertThat(JAPAN.on(LocalDate.of(2026, 5, 6)).orElseThrow().name(Locale.ENGLISH))
                .isEqualTo("Constitution Memorial Day (substitute holiday)");
    }
}
