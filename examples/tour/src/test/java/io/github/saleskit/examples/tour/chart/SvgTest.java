package io.github.saleskit.examples.tour.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {

    private static final String NASTY = "<b>\"桜&'\u0001\uD800" + "long".repeat(60);

    static Stream<Arguments> charts() {
        List<Chart> charts = List.of(
                new BarRows("t", "d", List.of()),
                new BarRows(
                        NASTY,
                        NASTY,
                        List.of(
                                new BarRow(NASTY, 0, 10, "EUR 1,234.50", NASTY, "bar"),
                                new BarRow("minus", 10, -3, "-13", "", "bar bad"))),
                new Columns("t", "d", List.of()),
                new Columns("t", "d", List.of(new Columns.Column(NASTY, 0, "0", NASTY, "bar"))),
                new FanChart(
                        "t", "d", List.of(), YearMonth.of(2026, 10), List.of(1.0, 2.0), List.of(band(2, 0, 3)), "EUR"),
                new FanChart(
                        "t",
                        "d",
                        IntStream.range(0, 60).mapToObj(i -> i * 1e5).toList(),
                        YearMonth.of(2026, 10),
                        List.of(6e6, 6.1e6, 6.2e6),
                        List.of(band(3, 5e6, 7e6), band(3, 5.5e6, 6.5e6)),
                        "EUR"),
                new MapChart("t", "d", List.of()),
                new MapChart(
                        "t",
                        "d",
                        List.of(
                                new MapChart.Panel("one", List.of(new MapChart.Spot(NASTY, 35, 139, 0, NASTY, 9))),
                                new MapChart.Panel(
                                        "three",
                                        List.of(
                                                new MapChart.Spot("a", 35, 139, 1, "T1", 0),
                                                new MapChart.Spot("b", 35, 139, 2, "T2", 1),
                                                new MapChart.Spot("c", 89.9, -179, 3, "T1", 0))),
                                new MapChart.Panel("none", List.of()))));
        return charts.stream().flatMap(chart -> Stream.of(ChartSize.values()).map(size -> Arguments.of(chart, size)));
    }

    private static FanChart.Band band(int months, double lower, double upper) {
        return new FanChart.Band(
                "80 %",
                IntStream.range(0, months).mapToObj(i -> lower).toList(),
                IntStream.range(0, months).mapToObj(i -> upper).toList());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyChartIsWellFormedAndNothingIsOutside(Chart chart, ChartSize size) throws Exception {
        String svg = chart.toSvg("id", size);
        assertThat(svg).doesNotContain("NaN", "Infinity");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        List<String> box =
                Splitter.on(' ').splitToList(document.getDocumentElement().getAttribute("viewBox"));
        double width = Double.parseDouble(box.get(2));
        double height = Double.parseDouble(box.get(3));
        elements(document, "text").forEach(text -> assertInside(text, width, height));
        elements(document, "circle").forEach(circle -> {
            assertThat(number(circle, "cx")).isBetween(0.0, width);
            assertThat(number(circle, "cy")).isBetween(0.0, height);
        });
        elements(document, "rect").forEach(rectangle -> {
            assertThat(number(rectangle, "x")).isGreaterThanOrEqualTo(-0.11);
            assertThat(number(rectangle, "x") + number(rectangle, "width")).isLessThanOrEqualTo(width + 0.11);
            assertThat(number(rectangle, "y") + number(rectangle, "height")).isLessThanOrEqualTo(height + 0.11);
        });
    }

    private static void assertInside(Element text, double width, double height) {
        double size = Pattern.compile("\\bnote\\b")
                        .matcher(text.getAttribute("class"))
                        .find()
                ? 12
                : Svg.TEXT;
        double room = Svg.width(text.getTextContent(), size);
        double x = number(text, "x");
        double left = switch (text.getAttribute("text-anchor")) {
            case "end" -> x - room;
            case "middle" -> x - room / 2;
            default -> x;
        };
        assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(-0.2);
        assertThat(left + room).as(text.getTextContent()).isLessThanOrEqualTo(width + 0.2);
        assertThat(number(text, "y")).isBetween(9.0, height);
    }

    private static Stream<Element> elements(Document document, String name) {
        return IntStream.range(0, document.getElementsByTagName(name).getLength())
                .mapToObj(i -> (Element) document.getElementsByTagName(name).item(i));
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    @Property
    void escapedTextIsReadBackByAnXmlParser(@ForAll String text) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader("<a b=\"" + Svg.escape(text) + "\">" + Svg.escape(text) + "</a>")));
        String expected = text.codePoints()
                .map(c -> (c < 0x20 && c != '\n' && c != '\t') || (c >= 0xD800 && c <= 0xDFFF) || c >> 1 == 0x7FFF
                        ? 0xFFFD
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(document.getDocumentElement().getTextContent()).isEqualTo(expected);
    }

    @Property
    void fittedTextFits(@ForAll String text) {
        assertThat(Svg.width(Svg.fit(text, 12, 80), 12)).isLessThanOrEqualTo(80);
    }

    @Test
    void numbersAreShort() {
        assertThat(List.of(0.0, 85.0, 0.5, 12.34, 999.0, 1_234.0, 999_499.0, 999_500.0, 1_240_000.0, -340_000.0, 2.5e9))
                .extracting(Amounts::compact)
                .containsExactly(
                        "0", "85", "0.50", "12.3", "999", "1.23 k", "999 k", "1.00 M", "1.24 M", "-340 k", "2.50 bn");
    }

    @Test
    void ticksAreRound() {
        assertThat(new Scale(0, 487, 0, 1).ticks(5)).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0);
        assertThat(new Scale(-3, 4, 0, 1).ticks(5)).containsExactly(-2.0, 0.0, 2.0, 4.0);
        assertThat(new Scale(5, 5, 0, 1).ticks(5)).hasSize(6);
    }

    @Test
    void theHullEnclosesItsPoints() {
        List<double[]> points = List.of(
                new double[] {0, 0}, new double[] {4, 0}, new double[] {2, 1}, new double[] {4, 4}, new double[] {0, 4
                });
        assertThat(ConvexHull.of(points)).hasSize(4).doesNotContain(points.get(2));
    }

    @Test
    void aNoteThatIsTooLongForItsColumnTakesTwoLines() {
        List<Columns.Column> four = IntStream.range(0, 4)
                .mapToObj(i -> new Columns.Column("A", i, "1", "20.1 % converted", "bar"))
                .toList();
        String narrow = new Columns("t", "d", four).toSvg("id", ChartSize.NARROW);
        assertThat(narrow).contains(">20.1 %<", ">converted<").doesNotContain("…");
    }
}
