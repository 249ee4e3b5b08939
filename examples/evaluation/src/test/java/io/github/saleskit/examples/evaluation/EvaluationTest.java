package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest extends CommandTest {

    @Test
    void helpListsTheCommandsAndEachCommandExplainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("criteria", "recurrence", "COMMAND");
        for (String command : List.of("criteria", "recurrence", "calendar")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out()).contains("--out", "Last line:", "seconds");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "critera",
                "criteria",
                "criteria --rules",
                "criteria --rule a --records b --out c",
                "--seconds x criteria",
                "criteria --seconds 0 --rules a --records b --out c",
                "criteria --rules none.json --records none.csv --out out.csv",
                "criteria --now yesterday --rules a --records b --out c",
                "recurrence --limit 0 --vectors a --out b"
            })
    void aUsersMistakeIsOneLineAndExitCodeTwo(String args) {
        assertThat(run((Object[]) (args.isEmpty() ? new String[0] : args.split(" ", -1))))
                .isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().isNotBlank();
        assertThat(out()).isEmpty();
    }

    @Test
    void misspeltCommandsGetAdvice() {
        run("critera");
        assertThat(err()).contains("criteria");
    }

    private static final String RULES = """
            {"version": 1,
             "rules": [
               {"id": "big", "when": {"field": "employees", "atLeast": 200}},
               {"id": "new", "when": {"field": "created", "atLeast": {"today": "-30d"}}},
               {"id": "japan", "when": {"field": "country", "is": "日本"}}
             ]}
            """;

    @Test
    void criteriaWritesEveryMatch() throws IOException {
        Path rules = file("rules.json", RULES);
        Path records = folder.resolve("records.csv.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(records))) {
            gzip.write("""
                    name,employees,country,created
                    "Acme, Inc.",200,US,2025-12-15
                    桜,,日本,2025-12-01
                    small,5,FR,
                    """.getBytes(StandardCharsets.UTF_8));
        }
        Path matches = folder.resolve("matches.csv");
        assertThat(run("criteria", "--rules", rules, "--records", records, "--out", matches))
                .isZero();
        assertThat(matches).hasContent("row,rule\n0,big\n0,new\n1,japan\n");
        assertThat(lastLine().get("records").asInt()).isEqualTo(3);
        assertThat(lastLine().get("rules").asInt()).isEqualTo(3);
        assertThat(lastLine().get("matches").asInt()).isEqualTo(3);
        assertThat(lastLine().get("seconds").isNumber()).isTrue();
        assertThat(lastLine().get("cold_seconds").isNumber()).isTrue();
    }

    @Test
    void problemsOfRulesHaveTheirPlaces() throws IOException {
        Path rules = file(
                "rules.json",
                RULES.replace("employees", "employes")
                        .replace("\"new\"", "\"big\"")
                        .replace("日本\"", "日本\", \"x\": 1"));
        Path records = file("records.csv", "name,employees,country,created\na,1,b,2025-12-15\n");
        assertThat(run("criteria", "--rules", rules, "--records", records, "--out", folder.resolve("m.csv")))
                .isEqualTo(2);
        assertThat(err()).contains("rules.json:5:");
        file("rules.json", RULES.replace("employees", "employes").replace("\"new\"", "\"big\""));
        assertThat(run("criteria", "--rules", rules, "--records", records, "--out", folder.resolve("m.csv")))
                .isEqualTo(2);
        assertThat(err())
                .contains(
                        "rules.json:4:11: /rules/1/id", "rules.json:3:", "/rules/0/when/field", "Maybe \"employees\"?");
        assertThat(folder.resolve("m.csv")).doesNotExist();
        assertThat(folder.resolve("m.csv.part")).doesNotExist();
    }

    @Test
    void problemsOfRecordsHaveTheirPlacesAndNothingIsWritten() throws IOException {
        Path rules = file(
                "rules.json",
                RULES.replace("\"version\": 1,", "\"version\": 1, \"fields\": {\"employees\": \"whole\"},"));
        Path records = file("records.csv", "employees,country,created\n1e400,b,2025-12-15\n1.5,c,2025-12-15\n");
        assertThat(run("criteria", "--rules", rules, "--records", records, "--out", folder.resolve("m.csv")))
                .isEqualTo(2);
        assertThat(err().lines()).hasSize(2).allMatch(line -> line.contains("records.csv:"));
        assertThat(err()).contains("records.csv:2:1: employees is 1e400", "records.csv:3:1: employees is 1.5");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("m.csv"));
    }

    @Test
    void recurrenceWritesTheDates() throws IOException {
        Path vectors = file(
                "v.tsv",
                "name\trrule\tdtstart\texpected\n"
                        + "yearly\tFREQ=YEARLY;COUNT=2\t19970902T090000\t19970902T090000,19980902T090000\n"
                        + "endless\tFREQ=DAILY\t20260131T000000\t\n");
        Path dates = folder.resolve("dates.tsv");
        assertThat(run("recurrence", "--vectors", vectors, "--out", dates, "--limit", "2"))
                .isZero();
        assertThat(dates)
                .hasContent("name\tdates\nyearly\t19970902T090000,19980902T090000\n"
                        + "endless\t20260131T000000,20260201T000000\n");
        assertThat(lastLine().get("rules").asInt()).isEqualTo(2);
        assertThat(lastLine().get("as_expected").asInt()).isEqualTo(1);
    }

    @Test
    void datesHaveTheFormOfTheStart() throws IOException {
        Path vectors = file(
                "v.tsv",
                "name\trrule\tdtstart\nday\tFREQ=DAILY;COUNT=2;\t20260131\n"
                        + "utc\tFREQ=SECONDLY;INTERVAL=90;COUNT=2\t20260131T235900Z\n"
                        + "never\tFREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\t20260131T000000\n");
        Path dates = folder.resolve("dates.tsv");
        assertThat(run("recurrence", "--vectors", vectors, "--out", dates)).isZero();
        assertThat(dates)
                .hasContent("name\tdates\nday\t20260131,20260201\nutc\t20260131T235900Z,20260201T000030Z\nnever\t\n");
    }

    @Test
    void brokenRulesAndStartsAreAllReported() throws IOException {
        Path vectors =
                file("v.tsv", "name\trrule\tdtstart\na\tFREQ=NEVER\t19970902T090000\na\tFREQ=DAILY\t19970230T090000\n");
        assertThat(run("recurrence", "--vectors", vectors, "--out", folder.resolve("d.tsv")))
                .isEqualTo(2);
        assertThat(err())
                .contains("v.tsv:2:3: ", "v.tsv:3:1: name is \"a\"", "v.tsv:3:14: dtstart is \"19970230T090000\"");
    }

    @Test
    void calendarAnswersEveryKindOfQuestion() throws IOException {
        Path calendars = file("c.json", """
                {"version": 1,
                 "businessHours": [{"version": 1, "name": "night shift", "zone": "Europe/Berlin",
                   "week": {"MONDAY": ["22:00-06:00"]}}]}
                """);
        Path questions = file("q.csv", """
                id,question,calendar,holidays,at,to,amount
                1,plus,Asia/Tokyo,JP,2026-11-20T16:00,,PT2H
                2,between,night shift,,2026-11-23T21:00,2026-11-24T01:00:00+01:00,
                3,plusDays,Asia/Tokyo,JP,2026-11-20,,1
                4,daysBetween,Asia/Tokyo,,2026-11-20,2026-11-24,
                5,isBusinessDay,Asia/Tokyo,JP,2026-11-23,,
                6,holiday,,JP,2026-11-23,,
                7,holiday,,JP,2026-11-24,,
                8,fiscalQuarter,JP,,2026-11-16,,
                9,fiscalYear,4,,2026-11-16,,
                """);
        Path answers = folder.resolve("a.csv");
        assertThat(run("calendar", "--questions", questions, "--calendars", calendars, "--out", answers))
                .as(this::err)
                .isZero();
        // 2026-11-23 is a Monday and Japan's Labour Thanksgiving Day
        assertThat(answers).hasContent("""
                        id,answer
                        1,2026-11-24T10:00+09:00
                        2,PT3H
                        3,2026-11-24
                        4,2
                        5,false
                        6,Labor Thanksgiving Day
                        7,
                        8,2026 3 2026-10-01..2026-12-31
                        9,2027 1 2026-04-01..2027-03-31
                        """);
        assertThat(lastLine().get("questions").asInt()).isEqualTo(9);
    }

    @Test
    void calendarKnowsTheOddDaysOfZonesAndYears() throws IOException {
        Path calendars = file("c.json", """
                {"version": 1,
                 "businessHours": [
                   {"version": 1, "name": "sundays", "zone": "America/New_York", "week": {"SUNDAY": ["00:00-24:00"]}},
                   {"version": 1, "name": "domingos", "zone": "America/Sao_Paulo", "week": {"SUNDAY": \
                   ["00:00-24:00"]}}],
                 "fiscalYears": [
                   {"kind": "weeks", "version": 1, "name": "retail", "pattern": "4-5-4", "lastMonth": 1,
                    "lastDayOfWeek": "SATURDAY", "ending": "nearest", "naming": "first"}]}
                """);
        // a byte-order mark, the lines of Windows; Samoa had no 30 December 2011; Brazil's clocks skipped midnight
        String text = """
                id,question,calendar,at,to,amount
                1,isBusinessDay,Pacific/Apia,2011-12-30,,
                2,plusDays,Pacific/Apia,2011-12-29,,1
                3,between,sundays,2026-03-08T00:00,2026-03-09T00:00,
                4,between,sundays,2026-11-01T00:00,2026-11-02T00:00,
                5,between,domingos,2018-11-04T00:00,2018-11-05T00:00,
                6,plus,+09:00,2026-11-20T16:00,,PT2H
                7,plus,Asia/Tokyo,2026-11-23T10:00,,PT-1H
                8,between,Asia/Tokyo,2026-11-24T10:00,2026-11-23T10:00,
                9,fiscalWeek,retail,2024-02-03,,
                10,fiscalYear,retail,2024-02-04,,
                """;
        Path questions = file("q.csv", "\uFEFF" + text.replace("\n", "\r\n"));
        Path answers = folder.resolve("a.csv");
        assertThat(run("calendar", "--questions", questions, "--calendars", calendars, "--out", answers))
                .as(this::err)
                .isZero();
        assertThat(answers).hasContent("""
                        id,answer
                        1,false
                        2,2012-01-02
                        3,PT23H
                        4,PT25H
                        5,PT23H
                        6,2026-11-23T10:00+09:00
                        7,2026-11-23T09:00+09:00
                        8,PT-8H
                        9,2023 53 2024-01-28..2024-02-03
                        10,2024 1 2024-02-04..2025-02-01
                        """);
    }

    @Test
    void brokenQuestionsAreAllReported() throws IOException {
        Path questions = file("q.csv", """
                id,question,calendar,holidays,at,to,amount
                1,pluss,Asia/Tokyo,,2026-11-20T16:00,,PT2H
                2,plus,Asia/Tokio,,2026-11-20T16:00,,2 hours
                3,between,Asia/Tokyo,DE,yesterday,,
                4,fiscalYear,13,,2026-02-30,,
                """);
        assertThat(run("calendar", "--questions", questions, "--out", folder.resolve("a.csv")))
                .isEqualTo(2);
        assertThat(err())
                .contains(
                        "q.csv:2:3: question is \"pluss\"",
                        "Maybe \"plus\"?",
                        "q.csv:3:38: amount is \"2 hours\"",
                        "q.csv:3:8: calendar is \"Asia/Tokio\"",
                        "q.csv:4:22: holidays is \"DE\"",
                        "q.csv:4:25: at is \"yesterday\"",
                        "q.csv:4:35: to is empty",
                        "q.csv:5:18: at is \"2026-02-30\"",
                        "q.csv:5:14: calendar is \"13\"");
    }
}
