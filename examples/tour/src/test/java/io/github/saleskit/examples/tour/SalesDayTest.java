package io.github.saleskit.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class SalesDayTest {

    private static final List<String> CHARTS = List.of("leads-0", "territories-0", "quote-0", "pipeline-0", "sales-0");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... args) {
        out.reset();
        err.reset();
        Stream<String> all = Stream.concat(
                Stream.of("--report", report().toString()), Stream.of(args).map(Object::toString));
        return new SalesDay(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all.toArray(String[]::new));
    }

    private Path report() {
        return folder.resolve("day.html");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theSampleRunsThroughAllStepsAndAlwaysGivesTheSameReport() throws Exception {
        assertThat(run()).as(this::err).isZero();
        assertThat(out())
                .startsWith("Sales day of 2026-11-16")
                .contains(
                        "Leads        60 scored",
                        "Assignment   60 of 60",
                        "Territories  122 accounts",
                        "Quote        Q-")
                .contains(
                        "Pipeline     38 open",
                        "Quarter      2026-10-01..2026-12-31",
                        "Next year    EUR",
                        "by learned mean of ")
                .doesNotContain("left out")
                .endsWith("day.html" + System.lineSeparator());
        String html = Files.readString(report());
        for (String chart : CHARTS) {
            assertThat(html)
                    .contains("aria-labelledby=\"" + chart + "-wide-t", "aria-labelledby=\"" + chart + "-narrow-t");
        }
        assertThat(html).contains("Last year, had it been forecast a year ago");
        assertThat(html).contains("佐藤 遥", "&amp; Söhne GmbH").doesNotContain("NaN", "src=", "http:", "LEARNED");
        assertThat(html).as("names of constants").doesNotContainPattern("[A-Z]{2,}_[A-Z]{2,}");
        String xml = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        String summary = out();
        run();
        assertThat(Files.readString(report())).isEqualTo(html);
        assertThat(out()).isEqualTo(summary);
    }

    @Test
    void aFileAloneRunsItsStepsAndSaysWhatIsLeftOut() throws IOException {
        Path sales = file("s.csv", "month,amount,currency\n2026-01,100,JPY\n2026-03,120,JPY\n2026-02,110,JPY\n");
        assertThat(run("--sales", sales)).as(this::err).isZero();
        assertThat(out())
                .startsWith("Sales day of 2026-03-31")
                .contains("Next year    JPY", "Leads left out: no leads.csv (--leads).", "Quote left out")
                .doesNotContain("the tour's own");
    }

    @Test
    void activitiesAloneAreNotAskedForLeads() throws IOException {
        Path activities = file("a.csv", "lead_id,kind,on\nL1,call,2026-02-03\n");
        assertThat(run("--activities", activities)).as(this::err).isZero();
        assertThat(out()).startsWith("Sales day of 2026-02-03").contains("Leads left out: no leads.csv (--leads).");
    }

    @Test
    void definitionsThatAreNotGivenAreTheToursOwn() throws IOException {
        Path leads = file("l.csv", "id,created_on,remark\nL1,2026-02-28,x\n");
        assertThat(run("--leads", leads)).as(this::err).isZero();
        assertThat(out())
                .contains(
                        "Sales day of 2026-02-28", "1 of 1 open leads assigned", "Columns of l.csv left alone: remark.")
                .contains("Not given, so the tour's own is used: who sells, the scoring model, the assignment policy.");
        assertThat(run("--leads", leads, "--as-of", "2026-03-05")).isZero();
        assertThat(out()).contains("Sales day of 2026-03-05");
    }

    @Test
    void leadsForWhomNobodyHasRoomAreCountedAndTheOthersStillAssigned() throws IOException {
        Path leads = file("l.csv", "id,created_on,country\nL1,2026-02-01,DE\nL2,2026-02-02,DE\nL3,2026-02-03,JP\n");
        Path reps = file("r.csv", "id,name,capacity,languages,territories\na,A,1,de,Germany\nb,B,1,ja,Japan\n");
        assertThat(run("--leads", leads, "--reps", reps)).as(this::err).isZero();
        assertThat(out()).contains("2 of 3 open leads assigned, 1 found nobody with room", "A 1, B 1");
    }

    @Test
    void roomIsShownOnlyWhereThePolicyAsksForIt() throws IOException {
        Path leads = file("l.csv", "id,created_on\nL1,2026-02-01\n");
        Path reps = file("r.csv", "id,name,capacity\na,A,7919\n");
        Path policy = file("p.json", "{\"version\": 1, \"name\": \"a\", \"pools\": [{\"id\": \"p\"}]}");
        assertThat(run("--leads", leads, "--reps", reps, "--assignment", policy))
                .as(this::err)
                .isZero();
        assertThat(Files.readString(report())).contains("Room for").doesNotContain("7919");
    }

    @Test
    void everyFileIsToldBeforeItIsRead() {
        List<String> told = new ArrayList<>();
        TourLoader.load(new TourFiles(null, Map.of(), List.of()), null, (phase, done, total) -> told.add(phase));
        assertThat(told).contains("reading leads.csv", "reading scoring.json", "reading quote.json");
        assertThat(told.lastIndexOf("reading leads.csv")).isLessThan(told.indexOf("reading activities.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leads.csv,id:created_on",
                "accounts.csv,id:latitude:longitude:potential",
                "opportunities.csv,id:stage:currency",
                "sales.csv,month:amount:currency"
            })
    void tablesWithoutRowsAreNoMistake(String file) throws IOException {
        List<String> parts = List.of(file.split(",", -1));
        file(parts.get(0), parts.get(1).replace(':', ',') + "\n");
        assertThat(run("--data", folder)).as(this::err).isZero();
        assertThat(report()).exists();
    }

    @Test
    void theProblemsOfAllFilesAreReportedAndNothingIsWritten() throws IOException {
        file("leads.csv", "id,created_on\nL1,2025-02-30\nL1,2025-02-28\n");
        file("activities.csv", "lead_id,kind,on\nL9,visit,2025-02-28\n");
        file(
                "opportunities.csv",
                "id,stage,currency,amount,created_on,close_date,stage_history\n"
                        + "O1,negotation,EUR,1e400,2026-01-01,,\n"
                        + "O2,won,EUR,1,2026-01-02,2026-01-01,\n"
                        + "O3,lost,EUR,1,,,discovery:2026-01-02;won:2026-01-03\n"
                        + "O4,lost,EUR,1,,,discovery:2026-01-02;lost:2026-01-01\n");
        file("sales.csv", "month,amount,currency\n2026-01,1,EUR\n2026-13,1,EUR\n2026-02,1,USD\n");
        file(
                "scoring.json",
                "{\"version\": 1, \"name\": \"x\",\n \"groups\": [{\"id\": \"g\", \"rules\": [{\"id\": \"r\","
                        + " \"points\": 1, \"when\": {\"field\": \"industri\", \"is\": \"x\"}}]}]}");
        file("settings.json", "{\"version\": 1,\n \"asof\": \"2026-01-01\"}");
        assertThat(run("--data", folder)).isEqualTo(2);
        assertThat(err())
                .contains(
                        "leads.csv:2:4: created_on is \"2025-02-30\"", "leads.csv:3:1: id is \"L1\", which line 2 has")
                .contains("activities.csv:2:1: lead_id is \"L9\"")
                .contains("opportunities.csv:2:4: stage is \"negotation\", which is not known (value.unknown). "
                        + "Maybe \"neg")
                .contains("opportunities.csv:2:19: amount is 1e400", "opportunities.csv:3:25: close_date is 2026-01-01")
                .contains(
                        "opportunities.csv:4:17: stage_history ends in \"won\"",
                        "opportunities.csv:5:1: entry into lost")
                .contains("sales.csv:3:1: month is \"2026-13\"", "sales.csv:4:11: currency is USD")
                .contains("scoring.json:2:", "Maybe \"industry\"?", "settings.json:2:");
        assertThat(out()).isEmpty();
        assertThat(report()).doesNotExist();
    }

    @Test
    void circlesAreReportedWhereTheyStand() throws IOException {
        file("catalog.json", """
                {"version": 1, "products": [
                  {"id": "KIT", "name": "Kit", "options": [{"product": "BOX"}]},
                  {"id": "BOX", "name": "Box", "options": [{"product": "KIT"}]}]}
                """);
        file(
                "quote.json",
                "{\"version\": 1, \"id\": \"Q\", \"priceBook\": \"b\","
                        + " \"lines\": [{\"id\": \"1\", \"product\": \"KIT\", \"quantity\": 1}]}");
        file("assignment.json", """
                {"version": 1, "name": "a", "pools": [
                  {"id": "p", "fallback": "q"},
                  {"id": "q", "fallback": "p"}]}
                """);
        assertThat(run("--data", folder)).isEqualTo(2);
        assertThat(err())
                .containsPattern(
                        "assignment.json:2:[0-9]+: /pools/0/fallback: the fallbacks go round in a circle: p -> q -> p")
                .containsPattern("catalog.json:[23]:[0-9]+: .*KIT")
                .doesNotContain("pricing.json");
        assertThat(report()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--nonsense", "--as-of 2025-02-30", "--data none", "--leads none.csv", "--mapping none.json"})
    void mistakesAreOneLineAndExitCodeTwo(String args) {
        assertThat(run((Object[]) args.split(" ", -1))).isEqualTo(2);
        assertThat(err().lines()).hasSize(1);
        assertThat(report()).doesNotExist();
    }

    @Test
    void mappingsMustNameATable() throws IOException {
        Path mapping = file("m.json", "{\"version\": 1, \"table\": \"lead\"}");
        assertThat(run("--mapping", mapping)).isEqualTo(2);
        assertThat(err()).contains("m.json: there is no table \"lead\". Maybe \"leads\"?");
    }

    @Test
    void helpNamesTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("--data", "--leads", "--opportunities", "--sales", "--mapping", "--as-of");
    }

    @Test
    void twoPublicDataSetsRunThroughTheirMappings() {
        Path root = Path.of(System.getProperty("saleskit.root", "."));
        Path data = root.resolve("../shared/data");
        Path mappings = root.resolve("examples/tour/mappings");
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: the data sets are not on this machine");
        assertThat(run(
                        "--opportunities",
                        data.resolve("opportunity/sales_pipeline.csv.gz"),
                        "--mapping",
                        mappings.resolve("sales_pipeline.json"),
                        "--process",
                        mappings.resolve("sales_pipeline_process.json")))
                .as(this::err)
                .isZero();
        assertThat(out()).contains("Pipeline     2089 open opportunities; 4238 of 6711 closed were won");
        assertThat(run(
                        "--leads",
                        data.resolve("leads/olist_funnel.csv.gz"),
                        "--mapping",
                        mappings.resolve("olist_funnel.json"),
                        "--scoring",
                        mappings.resolve("olist_scoring.json"),
                        "--assignment",
                        mappings.resolve("olist_assignment.json")))
                .as(this::err)
                .isZero();
        assertThat(out()).contains("Leads        8000 scored", "7158 of 7158 open leads assigned");
    }
}
