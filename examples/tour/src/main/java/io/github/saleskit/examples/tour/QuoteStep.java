package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PriceWaterfall;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.BarRow;
import io.github.saleskit.examples.tour.chart.BarRows;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Prices a quote and shows how its price came about. */
final class QuoteStep implements TourStep {

    @Override
    public String name() {
        return "Quote";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.QUOTE);
    }

    @Override
    public List<InputFile> uses() {
        return List.of(InputFile.CATALOG, InputFile.PRICING);
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        TourData.Selling selling = data.selling().orElseThrow();
        PricedQuote priced =
                PricingEngine.compile(selling.plan(), selling.catalog()).price(selling.quote(), data.asOf());
        String finding = finding(priced);
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(priced.quote(), finding));
        priced.unpricedLines()
                .forEach(line -> lines.add("line " + line.id() + ": "
                        + line.obstacle()
                                .map(reason -> reason.text(Locale.ENGLISH))
                                .orElse("")));
        return new StepResult(lines, section(selling, priced, finding));
    }

    private static String finding(PricedQuote priced) {
        Optional<BigMoney> list = list(priced);
        if (priced.total().isEmpty() || list.isEmpty()) {
            return "has no price, because a line has none";
        }
        Money total = priced.total().get();
        double share = total.getAmount().doubleValue() / list.get().getAmount().doubleValue() - 1;
        return "list %s, net %s (%s)"
                .formatted(
                        amount(list.get()),
                        amount(total.toBigMoney()),
                        list.get().isZero() ? "free" : String.format(Locale.ROOT, "%+.1f %%", 100 * share));
    }

    private static Optional<BigMoney> list(PricedQuote priced) {
        return priced.lines().stream()
                .flatMap(line -> line.waterfall().stream())
                .map(PriceWaterfall::list)
                .reduce(BigMoney::plus);
    }

    private static String amount(BigMoney money) {
        return String.format(
                Locale.ROOT,
                "%s %,." + money.getCurrencyUnit().getDecimalPlaces() + "f",
                money.getCurrencyUnit(),
                money.getAmount());
    }

    private static String compact(Money money) {
        return money.getCurrencyUnit() + " " + Amounts.compact(money.getAmount().doubleValue());
    }

    private static Section section(TourData.Selling selling, PricedQuote priced, String finding) {
        List<Table> tables = new ArrayList<>(List.of(lineTable(selling, priced)));
        tables.add(Table.ofReasons(
                "How each price came about",
                priced.lines().stream().flatMap(line -> line.reasons().stream()).toList()));
        return new Section(
                "quote",
                "Quote " + priced.quote(),
                priced.total().map(QuoteStep::compact).orElse("no price"),
                "net price of quote " + priced.quote(),
                "From list to net, every step with its rule: " + finding + ".",
                priced.total().isPresent() ? List.of(chart(selling.plan(), priced, finding)) : List.of(),
                tables);
    }

    /** List price, what each rule took over all lines, net price. */
    private static BarRows chart(PricingPlan plan, PricedQuote priced, String finding) {
        BigMoney list = list(priced).orElseThrow();
        Map<String, BigMoney> steps = new LinkedHashMap<>();
        plan.rules().forEach(rule -> steps.put(rule.id(), list.multipliedBy(0)));
        for (PricedLine line : priced.lines()) {
            line.waterfall().stream()
                    .flatMap(waterfall -> waterfall.steps().stream())
                    .filter(step -> step.kind() != PriceStepKind.LIST)
                    .forEach(step -> steps.merge(label(step), step.difference(), BigMoney::plus));
        }
        List<BarRow> rows = new ArrayList<>();
        rows.add(bar("List price", 0, list, list, "bar pale"));
        BigMoney reached = list;
        for (Map.Entry<String, BigMoney> step : steps.entrySet()) {
            if (!step.getValue().isZero()) {
                rows.add(bar(
                        step.getKey(),
                        reached.getAmount().doubleValue(),
                        reached.plus(step.getValue()),
                        step.getValue(),
                        step.getValue().isNegative() ? "bar bad" : "bar good"));
                reached = reached.plus(step.getValue());
            }
        }
        rows.add(bar("Net price", 0, reached, reached, "bar"));
        return new BarRows("Price waterfall", "From list to net: " + finding + ".", rows);
    }

    private static String label(PriceStep step) {
        return step.source().orElse("Rounding to cents");
    }

    private static BarRow bar(String label, double from, BigMoney to, BigMoney shown, String cssClass) {
        return new BarRow(label, from, to.getAmount().doubleValue(), amount(shown), "", cssClass);
    }

    private static Table lineTable(TourData.Selling selling, PricedQuote priced) {
        Map<String, String> names = new LinkedHashMap<>();
        selling.catalog().products().forEach((Product product) -> names.put(product.id(), product.name()));
        List<List<String>> rows = priced.lines().stream()
                .map(line -> List.of(
                        line.id(),
                        names.getOrDefault(line.product(), line.product()),
                        line.quantity().toPlainString(),
                        line.waterfall().map(w -> amount(w.list())).orElse("–"),
                        line.net().map(net -> amount(net.toBigMoney())).orElse("–"),
                        line.waterfall().map(QuoteStep::change).orElse("–")))
                .toList();
        return new Table(
                "Lines", List.of("Line", "Product", "Quantity", "List", "Net", "Change"), rows, Set.of(2, 3, 4, 5));
    }

    private static String change(PriceWaterfall waterfall) {
        double list = waterfall.list().getAmount().doubleValue();
        return list == 0 ? "–" : Amounts.percent(waterfall.net().getAmount().doubleValue() / list - 1);
    }
}
