package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Fills the lots of one buy-x-get-y action: units that are bought are set aside first, then units are given. */
final class BuyGetLots {

    private final CompiledAction action;
    private final PriceAction.BuyGet lot;
    private final List<LineDraft> lines;
    private final Instant now;
    private final Ledger before;
    private final Map<LineDraft, BigDecimal> used = new LinkedHashMap<>();
    private final Map<LineDraft, BigDecimal> bought = new LinkedHashMap<>();
    private final Map<LineDraft, BigDecimal> given = new LinkedHashMap<>();

    /** The units that earlier actions of a pass let customers buy, and those they gave, by line. */
    static final class Ledger {
        private final Map<LineDraft, BigDecimal> bought = new LinkedHashMap<>();
        private final Map<LineDraft, BigDecimal> given = new LinkedHashMap<>();
    }

    BuyGetLots(CompiledAction action, PriceAction.BuyGet lot, List<LineDraft> lines, Instant now, Ledger before) {
        this.action = action;
        this.lot = lot;
        this.lines = lines;
        this.now = now;
        this.before = before;
    }

    /**
     * Takes the price of the given units off their lines, which are closed if it is exclusive on them; whether there
     * were any.
     */
    boolean give(CompiledRule rule) {
        fill(
                new Side(before.bought, sorted(true, FreePick.DEAREST)),
                new Side(before.given, sorted(false, lot.pick().orElse(FreePick.CHEAPEST))));
        boolean changed = false;
        for (Map.Entry<LineDraft, BigDecimal> each : given.entrySet()) {
            BigMoney off = lot.off(each.getKey().unitList()).multipliedBy(each.getValue());
            changed |= each.getKey().change(rule.id(), new PriceChange.Amount(off.negated()), false);
        }
        bought.forEach((line, units) -> before.bought.merge(line, units, BigDecimal::add));
        given.forEach((line, units) -> before.given.merge(line, units, BigDecimal::add));
        if (rule.isExclusiveByLine()) {
            touched().forEach(line -> line.close(rule));
        }
        return changed;
    }

    private Set<LineDraft> touched() {
        Set<LineDraft> touched = new LinkedHashSet<>(given.keySet());
        touched.addAll(bought.keySet());
        return touched;
    }

    private List<LineDraft> sorted(boolean buy, FreePick pick) {
        List<LineDraft> fitting = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            LineDraft line = lines.get(i);
            boolean fits = buy ? action.buys(line, now) : action.touches(line, now);
            if (fits && !line.closed() && line.quantity().signum() > 0) {
                fitting.add(line);
            }
        }
        Comparator<LineDraft> cheapest = Comparator.comparing(LineDraft::unitList);
        fitting.sort((pick == FreePick.CHEAPEST ? cheapest : cheapest.reversed())
                .thenComparing(Comparator.comparing(LineDraft::list).reversed()));
        return fitting;
    }

    /**
     * Lot after lot; as many at once as do not reach beyond the lines that come next, so that lines decide the work,
     * not units.
     */
    private void fill(Side buying, Side giving) {
        Optional<BigDecimal> left = lot.mostLots().map(BigDecimal::valueOf);
        while (left.map(lots -> lots.signum() > 0).orElse(true)) {
            BigDecimal lots = atOnce(buying, giving);
            BigDecimal filled = left.map(lots::min).orElse(lots).max(BigDecimal.ONE);
            Map<LineDraft, BigDecimal> paid = new LinkedHashMap<>();
            Map<LineDraft, BigDecimal> taken = new LinkedHashMap<>();
            if (!buying.take(filled.multiply(lot.buyUnits()), paid)
                    || !giving.take(filled.multiply(lot.getUnits()), taken)) {
                return;
            }
            paid.forEach((line, units) -> bought.merge(line, units, BigDecimal::add));
            taken.forEach((line, units) -> given.merge(line, units, BigDecimal::add));
            left = left.map(most -> most.subtract(filled));
        }
    }

    /** How many lots two lines, or one that is both, can fill alone. */
    private BigDecimal atOnce(Side buying, Side giving) {
        LineDraft from = buying.next();
        LineDraft to = giving.next();
        if (from == null || to == null) {
            return BigDecimal.ZERO;
        }
        return from == to
                ? whole(buying.units(from).min(giving.units(to)), lot.buyUnits().add(lot.getUnits()))
                : whole(buying.units(from), lot.buyUnits()).min(whole(giving.units(to), lot.getUnits()));
    }

    private static BigDecimal whole(BigDecimal units, BigDecimal each) {
        return units.divide(each, 0, RoundingMode.FLOOR);
    }

    /** The lines whose units may be bought, or given, in turn. */
    private final class Side {
        private final Map<LineDraft, BigDecimal> earlier;
        private final Deque<LineDraft> lines;

        Side(Map<LineDraft, BigDecimal> earlier, List<LineDraft> lines) {
            this.earlier = earlier;
            this.lines = new ArrayDeque<>(lines);
        }

        /** The first line of which units are left. */
        @Nullable
        LineDraft next() {
            while (!lines.isEmpty() && units(lines.getFirst()).signum() <= 0) {
                lines.removeFirst();
            }
            return lines.peekFirst();
        }

        BigDecimal units(LineDraft line) {
            return line.quantity()
                    .subtract(earlier.getOrDefault(line, BigDecimal.ZERO))
                    .subtract(used.getOrDefault(line, BigDecimal.ZERO));
        }

        boolean take(BigDecimal units, Map<LineDraft, BigDecimal> taken) {
            BigDecimal left = units;
            for (LineDraft line = next(); line != null && left.signum() > 0; line = next()) {
                BigDecimal here = left.min(units(line));
                used.merge(line, here, BigDecimal::add);
                taken.merge(line, here, BigDecimal::add);
                left = left.subtract(here);
            }
            return left.signum() == 0;
        }
    }
}
