package io.github.saleskit.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final TableForm DEALS = TableForm.of("deals")
            .required("id", "unique")
            .required("close_date", "a date")
            .required("amount", "a number")
            .optional("account", "who buys");

    record Deal(String id, LocalDate closes, BigDecimal amount, Optional<String> account) {}

    @TempDir
    Path folder;

    private final FileProblems problems = new FileProblems();

    private List<Deal> read(String text) throws IOException {
        return read(text, TableMapping.none("deals"));
    }

    private List<Deal> read(String text, TableMapping mapping) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private List<Deal> read(byte[] bytes, TableMapping mapping) throws IOException {
        Path file = Files.write(folder.resolve("deals.csv"), bytes);
        return new TableReader(file, DEALS, mapping, problems).rows(TableReaderTest::deal);
    }

    @Test
    void aProblemIsOneLineAlsoWhereTheValueIsNot() throws IOException {
        read("id,close_date,amount\nD1,2026-01-02,\"1\r\n0\"\n");
        assertThat(problems.toList().get(0).toString())
                .contains(":2:15: amount is \"1 0\", expected a number")
                .hasLineCount(1);
    }

    private static Deal deal(Row row) {
        return new Deal(row.id("id"), row.date("close_date"), row.number("amount"), row.optional("account", row::text));
    }

    /** The problems as {@code line:column code}, without the folder. */
    private List<String> found() {
        return problems.toList().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.problem().code())
                .toList();
    }

    @Test
    void rowsAreRead() throws IOException {
        assertThat(read("id,close_date,amount,account\nD1,2025-02-28,1234.50,Acme\nD2,2025-03-01,1e3,\n"))
                .containsExactly(
                        new Deal("D1", LocalDate.of(2025, 2, 28), new BigDecimal("1234.50"), Optional.of("Acme")),
                        new Deal("D2", LocalDate.of(2025, 3, 1), new BigDecimal("1e3"), Optional.empty()));
        assertThat(found()).isEmpty();
    }

    @Test
    void byteOrderMarkCrlfQuotedNewlinesAndJapaneseAreUnderstood() throws IOException {
        List<Deal> deals = read("\uFEFF" + """
                id,close_date,amount,account
                "D1",2025-02-28,1,"株式会社
                ""桜"", 東京"
                D2,2025-02-28,2,𠮷野家
                """.replace("\n", "\r\n"));
        assertThat(deals).extracting(deal -> deal.account().orElse("")).containsExactly("株式会社\r\n\"桜\", 東京", "𠮷野家");
    }

    @Test
    void placesAreRightAfterQuotedNewlinesAndSurrogates() throws IOException {
        read("id,account,close_date,amount\n\"D\n1\",\"a\"\"b\n c\",nodate,1\nD2,𠮷𠮷,nodate,x\n");
        assertThat(found()).containsExactly("4:5 date.invalid", "5:7 date.invalid", "5:14 number.invalid");
    }

    @Test
    void everyProblemIsReportedWithItsPlace() throws IOException {
        assertThat(read("""
                        id,close_date,amount,account
                        D1,2025-02-30,1e400,a
                        D1,2025-02-28,"1,234.50",b
                        D2,2025-02-28,1
                        D3,2025-02-28,1,a,b
                        ,2025-02-28,1,c
                        D4,2025-02-28,1,d
                        """)).extracting(Deal::id).containsExactly("D4");
        assertThat(found())
                .containsExactly(
                        "2:4 date.invalid",
                        "2:15 number.range",
                        "3:1 id.duplicate",
                        "3:15 number.invalid",
                        "4:15 row.fields",
                        "5:19 row.fields",
                        "6:1 value.missing");
        assertThat(problems.toList().get(0).toString())
                .endsWith("deals.csv:2:4: close_date is \"2025-02-30\", expected a date such as 2025-02-28"
                        + " (date.invalid)");
        assertThat(problems.toList().get(2).problem().message()).endsWith("which line 2 has already");
        assertThat(problems.toList().get(3).problem().advice()).isEqualTo("Maybe 1234.50?");
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("deals.csv:6:1: id is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e9999999", "-1e31", "0e999999999", "1e-21", "1E+2147483647"})
    void numbersOutOfBoundsAreRefusedAtOnce(String number) throws IOException {
        assertThat(read("id,close_date,amount\nD1,2025-02-28," + number + "\n")).isEmpty();
        assertThat(found()).containsExactly("2:15 number.range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "1e99999999999", "１２", "--1", "1.2.3", "1e", "12 EUR"})
    void whatIsNoNumberIsRefused(String number) throws IOException {
        assertThat(read("id,close_date,amount\nD1,2025-02-28," + number + "\n")).isEmpty();
        assertThat(found()).containsExactly("2:15 number.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-13-01",
                "2025-2-1",
                "28.02.2025",
                "2025-02-28T00:00",
                "0001-01-01",
                "999999999-01-01"
            })
    void whatIsNoDateIsRefused(String date) throws IOException {
        assertThat(read("id,close_date,amount\nD1," + date + ",1\n")).isEmpty();
        assertThat(found()).containsExactly("2:4 date.invalid");
    }

    @Test
    void datesOfOtherCenturiesComeWithTheBounds() throws IOException {
        read("id,close_date,amount\nD1,1899-12-31,1\nD2,2201-01-01,1\nD3,2025-02-30,1\n");
        assertThat(problems.toList())
                .extracting(p -> String.valueOf(p.problem().advice()))
                .containsExactly(
                        "Dates lie from 1900-01-01 to 2200-12-31.", "Dates lie from 1900-01-01 to 2200-12-31.", "null");
    }

    @Test
    void emptyFilesAndFilesWithoutRowsAreToldApart() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF\r\n\r\n")).isEmpty();
        assertThat(found()).containsExactly("1:1 file.empty");
        FileProblems none = new FileProblems();
        Path file = Files.writeString(folder.resolve("header.csv"), "id,close_date,amount");
        assertThat(new TableReader(file, DEALS, none).rows(TableReaderTest::deal))
                .isEmpty();
        assertThat(none.count()).isZero();
    }

    @Test
    void missingAndMisspeltColumnsAreNamedWithAdvice() throws IOException {
        read("id,clsoe_date,notes,acconut\n1,2,3,4\n");
        assertThat(found()).containsExactly("1:4 column.unknown", "1:1 column.missing", "1:21 column.unknown");
        assertThat(problems.toList())
                .extracting(p -> p.problem().advice())
                .containsExactly("Maybe \"close_date\"?", "Known: acconut, clsoe_date, notes.", "Maybe \"account\"?");
    }

    @Test
    void columnsOfOtherProgramsAreLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("more.csv"), "remark,id,amount,close_date,\nx,D1,5,2025-02-28,\n");
        TableReader reader = new TableReader(file, DEALS, problems);
        assertThat(reader.rows(TableReaderTest::deal)).hasSize(1);
        assertThat(reader.unused()).containsExactly("remark");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        assertThat(read("id,close_date,amount,id\nD1,2025-02-28,1,D1\n")).isEmpty();
        assertThat(found()).containsExactly("1:22 column.duplicate");
    }

    @Test
    void aBrokenQuoteCostsOnlyItsOwnLine() throws IOException {
        assertThat(read("id,close_date,amount,account\nD1,2025-02-28,1,\"say \"hi\" now\"\nD2,2025-02-28,1,b\n"))
                .extracting(Deal::id)
                .containsExactly("D2");
        assertThat(found()).containsExactly("2:23 quote.textAfter");
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedWhereItOpens() throws IOException {
        assertThat(read("id,close_date,amount\nD1,2025-02-28,1\nD2,\"2025-02-28,1\nD3,2025-02-28,1\n"))
                .extracting(Deal::id)
                .containsExactly("D1");
        assertThat(found()).containsExactly("3:4 quote.unclosed");
    }

    @Test
    void aForgottenQuoteInALongFileEndsAtTheLongestField() throws IOException {
        String rows = "D2,2025-02-28,1\n".repeat(CsvTokenizer.LONGEST_FIELD / 10);
        assertThat(read("id,close_date,amount\n\"D1,2025-02-28,1\n" + rows)).isEmpty();
        assertThat(found()).containsExactly("2:1 field.tooLong");
    }

    @Test
    void readingStopsAtTheLimit() throws IOException {
        read("id,close_date,amount\n" + "x,x,x\n".repeat(1_000));
        assertThat(problems.count()).isEqualTo(FileProblems.LIMIT);
        assertThatThrownBy(problems::throwIfAny).hasMessageEndingWith("there may be more.");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,D\u00e9", "Shift_JIS,\u685c"})
    void otherEncodingsAreRecognised(String charset, String id) throws IOException {
        byte[] bytes = ("id,close_date,amount\n" + id + "x,2025-02-28,1\nD2,2025-02-28,1\n")
                .getBytes(Charset.forName(charset));
        assertThat(read(bytes, TableMapping.none("deals"))).extracting(Deal::id).containsExactly("D2");
        assertThat(found()).singleElement().asString().startsWith("2:").endsWith("text.encoding");
    }

    @Test
    void utf16WithAByteOrderMarkIsRead() throws IOException {
        assertThat(read(
                        "id,close_date,amount\n桜,2025-02-28,1\n".getBytes(StandardCharsets.UTF_16),
                        TableMapping.none("deals")))
                .extracting(Deal::id)
                .containsExactly("桜");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void theDelimiterIsTold(String delimiter) throws IOException {
        String text = "id,close_date,amount\nD1,2025-02-28,1\n".replace(",", delimiter);
        assertThat(read(text)).extracting(Deal::id).containsExactly("D1");
    }

    @Test
    void gzipIsReadAsItIsAndDamageIsReported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("id,close_date,amount\nD1,2025-02-28,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(bytes.toByteArray(), TableMapping.none("deals"))).hasSize(1);
        byte[] half = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThat(read(half, TableMapping.none("deals"))).isEmpty();
        assertThat(found()).containsExactly("0:0 file.gzip");
    }

    @Test
    void missingFilesAndFoldersAreReported() {
        new TableReader(folder.resolve("none.csv"), DEALS, problems).rows(TableReaderTest::deal);
        new TableReader(folder, DEALS, problems).rows(TableReaderTest::deal);
        assertThat(found()).containsExactly("0:0 file.missing", "0:0 file.folder");
    }

    @Test
    void aMappingFitsOtherTables() throws IOException {
        TableMapping mapping = new TableMapping(
                1,
                "deals",
                Map.of("id", "Nr", "amount", "Betrag", "close_date", "Datum"),
                Map.of("account", "Müller"),
                Map.of("amount", "0"),
                Map.of("id", Map.of("eins", "D1")),
                Optional.of("dd.MM.yyyy"),
                Optional.of(true));
        assertThat(read("Nr;Betrag;Datum\neins;1.234,50;28.02.2025\nD2;;01.03.2025\n", mapping))
                .containsExactly(
                        new Deal("D1", LocalDate.of(2025, 2, 28), new BigDecimal("1234.50"), Optional.of("Müller")),
                        new Deal("D2", LocalDate.of(2025, 3, 1), BigDecimal.ZERO, Optional.of("Müller")));
        assertThat(found()).isEmpty();
    }

    /** With a decimal comma, 12.50 would silently be a hundred times as much. */
    @ParameterizedTest
    @ValueSource(strings = {"12.50", "1.2345,6", ".123", "1.234.56", "1..234", "1.234,5,6", "1.234e2"})
    void dotsThatGroupNoThousandsAreRefused(String number) throws IOException {
        TableMapping mapping =
                new TableMapping(1, "deals", null, null, null, null, Optional.empty(), Optional.of(true));
        assertThat(read("id;close_date;amount\nD1;2025-02-28;" + number + "\n", mapping))
                .isEmpty();
        assertThat(found()).containsExactly("2:15 number.invalid");
        assertThat(problems.toList().get(0).problem().message()).endsWith("expected a number such as 1.234,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {"1.234,5=1234.5", "-1.234.567=-1234567", "12,50=12.50", "7=7", "1,5e3=1.5e3"})
    void decimalCommasAreRead(String number, BigDecimal expected) throws IOException {
        TableMapping mapping =
                new TableMapping(1, "deals", null, null, null, null, Optional.empty(), Optional.of(true));
        assertThat(read("id;close_date;amount\nD1;2025-02-28;" + number + "\n", mapping))
                .extracting(Deal::amount)
                .containsExactly(expected);
    }

    @Test
    void aMappingThatDoesNotFitIsReported() throws IOException {
        TableMapping mapping = new TableMapping(
                1,
                "deals",
                Map.of("idd", "Nr", "account", "Acount"),
                null,
                null,
                null,
                Optional.empty(),
                Optional.empty());
        read("id,close_date,amount,Account\nD1,2025-02-28,1,x\n", mapping);
        assertThat(problems.toList())
                .extracting(
                        p -> p.problem().code(),
                        p -> p.problem().value(),
                        p -> p.problem().advice())
                .containsExactly(
                        tuple("mapping.column", "idd", "Maybe \"id\"?"),
                        tuple("column.missing", "Acount", "Maybe \"Account\"?"));
    }

    @Test
    void whatTheValueItselfRefusesIsAProblemOfTheRow() throws IOException {
        Path file = Files.writeString(folder.resolve("deals.csv"), "id,close_date,amount\nD1,2025-02-28,1\n");
        new TableReader(file, DEALS, problems).rows(row -> {
            throw new IllegalArgumentException("amount is 1, but must be more.\nMaybe 2?");
        });
        assertThat(problems.toList().get(0).toString())
                .endsWith("deals.csv:2:1: amount is 1, but must be more. Maybe 2? (row.invalid)");
    }

    @Test
    void typedAccessChecksAndGoesOn() throws IOException {
        TableForm form = TableForm.of("all")
                .required("flag", "")
                .required("whole", "")
                .required("latitude", "")
                .required("stage", "")
                .required("currency", "")
                .required("amount", "")
                .required("tags", "");
        String header = "flag,whole,latitude,stage,currency,amount,tags\n";
        Path file = Files.writeString(
                folder.resolve("all.csv"),
                header + "Yes,12,47.5,won,JPY,1200,a; b;;c\nmaybe,1.5,91,wno,YEN,1,\nno,13,0,won,EUR,10.555,\n");
        List<String> rows = new TableReader(file, form, problems)
                .rows(row -> row.flag("flag") + "|" + row.whole("whole", 0, 12) + "|" + row.number("latitude", -90, 90)
                        + "|" + row.oneOf("stage", List.of("won", "lost")) + "|" + row.money("amount", "currency") + "|"
                        + row.list("tags"));
        assertThat(rows).containsExactly("true|12|47.5|won|" + Money.ofMajor(CurrencyUnit.JPY, 1200) + "|[a, b, c]");
        assertThat(found())
                .containsExactly(
                        "3:1 flag.invalid",
                        "3:7 number.range",
                        "3:11 number.range",
                        "3:14 value.unknown",
                        "3:18 currency.unknown",
                        "4:4 number.range",
                        "4:17 money.decimals");
    }

    @Test
    void aMillionLinesAreStreamedAndProgressIsToldByTheBytesOfTheFile() throws IOException {
        Path file = folder.resolve("large.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("id,close_date,amount\n".getBytes(StandardCharsets.UTF_8));
            byte[] thousand = "D,2025-02-28,1\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                out.write(thousand);
            }
        }
        AtomicLong rows = new AtomicLong();
        List<Long> told = new ArrayList<>();
        new TableReader(file, DEALS, problems)
                .reporting((phase, done, total) -> {
                    assertThat(phase).isEqualTo("reading large.csv.gz");
                    assertThat(total).isEqualTo(file.toFile().length());
                    told.add(done);
                })
                .forEach(row -> rows.incrementAndGet());
        assertThat(rows).hasValue(1_000_000);
        assertThat(told).startsWith(0L).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, 101);
        assertThat(found()).isEmpty();
    }
}
