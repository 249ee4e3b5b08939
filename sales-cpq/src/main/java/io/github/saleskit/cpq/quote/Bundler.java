package io.github.saleskit.cpq.quote;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.catalog.BundleOption;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitConversion;
import io.github.saleskit.cpq.internal.Unknown;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes bundles of a catalogue as lines of a quote, and checks those of a quote.
 *
 * <pre>{@code
 * Bundler bundler = Bundler.compile(catalog);
 * Quote quote = bundler.withBundle(draft, "L1", "suite", 2);   // L1 suite x 2, L1/seat x 10, L1/support x 2
 * bundler.check(quote).reasons();                              // Line L1 needs 10 of seat and holds 9.
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Bundler {

    /** Name of the attribute that tells a part's bundle, by product id; price books and rules may ask it. */
    public static final String BUNDLE = "bundle";

    /** Bundles of bundles multiply: beyond this nobody wants all of them. */
    private static final int MOST_LINES = 10_000;

    private static final int MOST_DIGITS = 100;

    private final Map<String, Product> products = new HashMap<>();
    private final UnitConversion conversion;

    private Bundler(Catalog catalog) {
        catalog.products().forEach(product -> products.put(product.id(), product));
        this.conversion = catalog.conversion();
    }

    /**
     * Checks a catalogue.
     *
     * @throws DefinitionException with every problem of it
     */
    public static Bundler compile(Catalog catalog) {
        Problems problems = new Problems();
        catalog.check(problems);
        problems.throwIfAny("catalog");
        return new Bundler(catalog);
    }

    /** The quote with so many whole bundles more, as {@link #withBundle(Quote, String, String, BigDecimal)}. */
    public Quote withBundle(Quote quote, String id, String product, long quantity) {
        return withBundle(quote, id, product, BigDecimal.valueOf(quantity));
    }

    /**
     * The quote with a bundle more: at its end the line of the bundle, then one for each of its options in the preset
     * number, those of nested bundles after their bundle. The id of a part is that of its bundle, a slash and the
     * part's product; each carries the product id of its bundle as its attribute {@link #BUNDLE}.
     *
     * @throws IllegalArgumentException when the quote has a line of that id, the catalogue has no such product, or the
     *     bundle has more than 10,000 lines
     */
    public Quote withBundle(Quote quote, String id, String product, BigDecimal quantity) {
        if (quote.lines().stream().anyMatch(line -> line.id().equals(id))) {
            throw new IllegalArgumentException("id is \"" + id + "\", but quote " + quote.id() + " has such a line.");
        }
        List<QuoteLine> all = new ArrayList<>(quote.lines());
        all.addAll(lines(id, product, quantity));
        return quote.withLines(all);
    }

    private List<QuoteLine> lines(String id, String product, BigDecimal quantity) {
        product(product);
        List<QuoteLine> lines = new ArrayList<>();
        Deque<QuoteLine> open = new ArrayDeque<>();
        open.push(QuoteLine.of(id, product, quantity));
        while (!open.isEmpty()) {
            QuoteLine next = open.pop();
            lines.add(next);
            if (lines.size() > MOST_LINES) {
                throw new IllegalArgumentException("product is \"" + product + "\", but with all bundles in it that is"
                        + " more than " + MOST_LINES + " lines.");
            }
            List<BundleOption> options = product(next.product()).options();
            for (int i = options.size() - 1; i >= 0; i--) {
                if (options.get(i).initial() > 0) {
                    open.push(part(next, options.get(i)));
                }
            }
        }
        return List.copyOf(lines);
    }

    private Product product(String id) {
        Product product = products.get(id);
        if (product == null) {
            throw new IllegalArgumentException(
                    Unknown.message("product", id, "which the catalogue does not have.", products.keySet()));
        }
        return product;
    }

    private static QuoteLine part(QuoteLine bundle, BundleOption option) {
        return QuoteLine.builder()
                .id(bundle.id() + "/" + option.product())
                .product(option.product())
                .quantity(bundle.quantity().multiply(BigDecimal.valueOf(option.initial())))
                .partOf(bundle.id())
                .putAttributes(BUNDLE, bundle.product())
                .build();
    }

    /**
     * Checks each bundle of a quote: for each unit of it every option must be there at least and at most as often as
     * the catalogue says, nothing else may be part of it, and no line may be part of itself.
     *
     * <p>Alternatives count in the place of no line yet, and so do optional parts, unless their bundle is optional or
     * an alternative, too. Takes time linear in the lines and options.
     */
    public BundleCheck check(Quote quote) {
        Map<String, QuoteLine> byId = new LinkedHashMap<>();
        quote.lines().forEach(line -> byId.putIfAbsent(line.id(), line));
        Map<String, Map<String, BigDecimal>> parts = new HashMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (QuoteLine line : quote.lines()) {
            line.partOf().ifPresent(bundle -> add(line, Optional.ofNullable(byId.get(bundle)), parts, reasons));
        }
        byId.values().forEach(line -> checkOptions(line, parts.getOrDefault(line.id(), Map.of()), reasons));
        reasons.addAll(circles(byId));
        return new BundleCheck(reasons);
    }

    private void add(
            QuoteLine line,
            Optional<QuoteLine> bundle,
            Map<String, Map<String, BigDecimal>> parts,
            List<Reason> reasons) {
        if (bundle.isEmpty()) {
            reasons.add(Reason.of(
                    "cpq.quote.bundleGone",
                    "line",
                    line.id(),
                    "bundle",
                    line.partOf().orElse("")));
            return;
        }
        if (!canBeAdded(line.quantity())) {
            reasons.add(Reason.of("cpq.quote.bundleQuantity", "line", line.id(), "quantity", line.quantity()));
            return;
        }
        Optional<BigDecimal> quantity = inOwnUnit(line);
        if (quantity.isEmpty()) {
            reasons.add(Reason.of(
                    "cpq.quote.bundleUnit",
                    "line",
                    line.id(),
                    "unit",
                    line.unit().orElse("")));
        } else if (isHeld(line, bundle.get())) {
            parts.computeIfAbsent(bundle.get().id(), id -> new LinkedHashMap<>())
                    .merge(line.product(), quantity.get(), BigDecimal::add);
        }
    }

    /** Sums of numbers whose decimals lie far apart have more digits than there is memory. */
    private static boolean canBeAdded(BigDecimal quantity) {
        return Math.abs((long) quantity.scale()) <= MOST_DIGITS && quantity.precision() <= MOST_DIGITS;
    }

    private static boolean isHeld(QuoteLine part, QuoteLine bundle) {
        return part.alternativeTo().isEmpty() && (!part.optional().orElse(false) || !bundle.counts());
    }

    private Optional<BigDecimal> inOwnUnit(QuoteLine line) {
        Product product = products.get(line.product());
        return line.unit().isEmpty() || product == null
                ? Optional.of(line.quantity())
                : conversion.convert(
                        line.quantity(), line.unit().get(), product.unit().orElse(""));
    }

    private void checkOptions(QuoteLine bundle, Map<String, BigDecimal> parts, List<Reason> reasons) {
        Product product = products.get(bundle.product());
        Map<String, BigDecimal> foreign = new LinkedHashMap<>(parts);
        for (BundleOption option : product == null ? List.<BundleOption>of() : product.options()) {
            foreign.remove(option.product());
            BigDecimal held = parts.getOrDefault(option.product(), BigDecimal.ZERO);
            BigDecimal least = bundle.quantity().multiply(BigDecimal.valueOf(option.lower()));
            if (held.compareTo(least) < 0) {
                reasons.add(number("cpq.quote.bundleTooFew", bundle, option.product(), held, "atLeast", least));
            }
            option.atMost()
                    .map(most -> bundle.quantity().multiply(BigDecimal.valueOf(most)))
                    .filter(most -> held.compareTo(most) > 0)
                    .ifPresent(most -> reasons.add(
                            number("cpq.quote.bundleTooMany", bundle, option.product(), held, "atMost", most)));
        }
        foreign.keySet()
                .forEach(part -> reasons.add(Reason.of(
                        "cpq.quote.bundleForeign", "line", bundle.id(), "bundle", bundle.product(), "product", part)));
    }

    private static Reason number(
            String code, QuoteLine bundle, String product, BigDecimal held, String bound, BigDecimal value) {
        return Reason.of(code, "line", bundle.id(), "product", product, "held", held, bound, value);
    }

    /** One for each circle of lines, told by the line by which it is first entered. */
    private static List<Reason> circles(Map<String, QuoteLine> byId) {
        Map<String, String> seenFrom = new HashMap<>();
        List<Reason> circles = new ArrayList<>();
        for (QuoteLine start : byId.values()) {
            Optional<QuoteLine> at = Optional.of(start);
            while (at.isPresent() && !seenFrom.containsKey(at.get().id())) {
                seenFrom.put(at.get().id(), start.id());
                at = at.get().partOf().map(byId::get);
            }
            at.filter(met -> start.id().equals(seenFrom.get(met.id())))
                    .ifPresent(met -> circles.add(Reason.of("cpq.quote.bundleCircular", "line", met.id())));
        }
        return circles;
    }
}
