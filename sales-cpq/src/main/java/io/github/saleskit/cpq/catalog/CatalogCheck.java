package io.github.saleskit.cpq.catalog;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a catalogue. */
final class CatalogCheck {

    private static final int MOST_DIGITS = 18;

    /** Advice takes time linear in the number of products: a hopeless catalogue gets it for its first problems only. */
    private static final int MOST_ADVISED = 100;

    private final Catalog catalog;
    private final Problems problems;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<Integer> inCircles = new HashSet<>();

    CatalogCheck(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    void run() {
        for (int i = 0; i < catalog.products().size(); i++) {
            checkId(catalog.products().get(i).id(), i);
        }
        for (int i = 0; i < catalog.products().size(); i++) {
            checkOptions(catalog.products().get(i), problems.at("products", i));
            checkCosts(catalog.products().get(i).costs(), problems.at("products", i, "costs"));
        }
        checkCircles();
        checkUnits();
    }

    private void checkId(String id, int position) {
        Problems here = problems.at("products", position, "id");
        if (id.isBlank()) {
            here.report("product.idBlank", id, "the id of a product must not be blank");
        } else if (positions.putIfAbsent(id, position) != null) {
            here.report("product.duplicate", id, "there is another product with the id \"" + id + "\" before");
        }
    }

    private void checkOptions(Product product, Problems here) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < product.options().size(); i++) {
            BundleOption option = product.options().get(i);
            Problems at = here.at("options", i);
            if (!positions.containsKey(option.product())) {
                at.at("product")
                        .report(
                                "product.unknown",
                                option.product(),
                                "there is no product \"" + option.product() + "\"",
                                advice(option.product()));
            } else if (!seen.add(option.product())) {
                at.at("product")
                        .report(
                                "option.duplicate",
                                option.product(),
                                "the bundle has another option of this product before",
                                "Maybe one option with the numbers of both?");
            }
            checkNumbers(option, at);
        }
    }

    private @Nullable String advice(String product) {
        return problems.total() < MOST_ADVISED ? Problems.suggest(product, positions.keySet()) : null;
    }

    private static void checkNumbers(BundleOption option, Problems at) {
        if (option.lower() < 0) {
            at.at("atLeast").report("option.negative", "" + option.lower(), "a bundle cannot hold less than nothing");
        }
        if (option.upper() < option.lower()) {
            at.at("atMost")
                    .report("option.reversed", "" + option.upper(), "it is less than atLeast, " + option.lower());
        }
        if (option.initial() < option.lower() || option.initial() > option.upper()) {
            at.at("preset").report("option.preset", "" + option.initial(), "it must lie between atLeast and atMost");
        }
    }

    private static void checkCosts(List<BigMoney> costs, Problems here) {
        Set<CurrencyUnit> seen = new HashSet<>();
        for (int i = 0; i < costs.size(); i++) {
            BigMoney cost = costs.get(i);
            if (isTooLong(cost.getAmount())) {
                here.at(i).report("number.tooLong", cost.toString(), "at most 18 digits");
            } else if (cost.isNegative()) {
                here.at(i).report("cost.negative", cost.toString(), "a cost must not be negative");
            }
            if (!seen.add(cost.getCurrencyUnit())) {
                here.at(i).report("cost.duplicate", cost.toString(), "there is another cost in this currency before");
            }
        }
    }

    /** A walk in depth without recursion: a chain of bundles may be as long as the catalogue. */
    private void checkCircles() {
        int[] state = new int[catalog.products().size()];
        for (int start = 0; start < state.length; start++) {
            if (state[start] == 0) {
                walk(start, state);
            }
        }
    }

    private void walk(int start, int[] state) {
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Iterator<BundleOption>> left = new ArrayDeque<>();
        enter(start, state, path, left);
        while (!path.isEmpty()) {
            Iterator<BundleOption> options = left.getLast();
            if (!options.hasNext()) {
                state[path.removeLast()] = 2;
                left.removeLast();
                continue;
            }
            Integer next = positions.get(options.next().product());
            if (next != null && state[next] == 1) {
                reportCircle(next, path);
            } else if (next != null && state[next] == 0) {
                enter(next, state, path, left);
            }
        }
    }

    private void enter(int position, int[] state, Deque<Integer> path, Deque<Iterator<BundleOption>> left) {
        state[position] = 1;
        path.addLast(position);
        left.addLast(catalog.products().get(position).options().iterator());
    }

    private void reportCircle(int entry, Deque<Integer> path) {
        if (!inCircles.add(entry)) {
            return;
        }
        List<String> circle = new ArrayList<>();
        boolean inside = false;
        for (int position : path) {
            inside |= position == entry;
            if (inside) {
                circle.add(catalog.products().get(position).id());
            }
        }
        circle.add(catalog.products().get(entry).id());
        problems.at("products", entry, "options")
                .report("bundle.circular", circle.get(0), "the bundle contains itself: " + String.join(" > ", circle));
    }

    private void checkUnits() {
        UnitConversion conversion = catalog.conversion();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < catalog.units().size(); i++) {
            UnitOfMeasure unit = catalog.units().get(i);
            Problems here = problems.at("units", i);
            if (unit.id().isBlank()) {
                here.at("id").report("unit.blank", unit.id(), "the id of a unit must not be blank");
            } else if (!seen.add(unit.id())) {
                here.at("id").report("unit.duplicate", unit.id(), "there is another unit with this id before");
            }
            if (unit.factor().signum() <= 0) {
                here.at("factor").report("unit.factor", unit.factor().toString(), "a unit must be more than nothing");
            }
            if (isTooLong(unit.factor())) {
                here.at("factor").report("number.tooLong", unit.factor().toString(), "at most 18 digits");
            } else if (!conversion.isSound(unit.id())) {
                here.at("base")
                        .report("unit.circular", unit.base(), "the unit is made of itself, or of too many others");
            }
        }
    }

    private static boolean isTooLong(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }
}
