package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Fills the lots of one buy-x-get-y action: units that are bought are set aside first, then units are given. */
final class BuyGetLots {

    private final CompiledAction action;
    private final PriceAction.BuyGet lot;
    private final List<LineDraft> lines;
    private final Instant now;
    private final Map<LineDraft, BigDecimal> free = new LinkedHashMap<>();
    private final Map<LineDraft, BigDecimal> given = new LinkedHashMap<>();

    BuyGetLots(CompiledAction action, PriceAction.BuyGet lot, List<LineDraft> lines, Instant now) {
        this.action = action;
        this.lot = lot;
        this.lines = lines;
        this.now = now;
        lines.forEach(line -> free.put(line, line.quantity()));
    }

    /** Takes the price of the given units off their lines, which no other rule may touch then if it is alone; whether there were any. */
    boolean give(String rule, boolean alone) {
        fill(sorted(true, FreePick.DEAREST), sorted(false, lot.pick().orElse(FreePick.CHEAPEST)));
        boolean changed = false;
        List<LineDraft> closing = new ArrayList<>();
        for (Map.Entry<LineDraft, BigDecimal> each : given.entrySet()) {
            BigMoney off =
                    each.getKey().unitList().multipliedBy(each.getValue()).multipliedBy(lot.share());
            if (alone) {
                closing.add(each.getKey());
            }
            changed |= each.getKey().change(rule, new PriceChange.Amount(off.negated()), false);
        }
        closing.forEach(LineDraft::close);
        return changed;
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
        fitting.sort(pick == FreePick.CHEAPEST ? cheapest : cheapest.reversed());
        return fitting;
    }

    /** Lot after lot; as many at once as do not reach beyond the lines that come next, so that lines decide the work, not units. */
    private void fill(List<LineDraft> bought, List<LineDraft> toGive) {
        Deque<LineDraft> toBuy = new ArrayDeque<>(bought);
        Deque<LineDraft> gifts = new ArrayDeque<>(toGive);
        Optional<BigDecimal> left = lot.mostLots().map(BigDecimal::valueOf);
        while (left.map(lots -> lots.signum() > 0).orElse(true)) {
            BigDecimal lots = atOnce(next(toBuy), next(gifts));
            BigDecimal filled = left.map(lots::min).orElse(lots).max(BigDecimal.ONE);
            Map<LineDraft, BigDecimal> taken = new LinkedHashMap<>();
            if (!take(toBuy, filled.multiply(lot.buyUnits()), new LinkedHashMap<>())
                    || !take(gifts, filled.multiply(lot.getUnits()), taken)) {
                return;
            }
            taken.forEach((line, units) -> given.merge(line, units, BigDecimal::add));
            left = left.map(most -> most.subtract(filled));
        }
    }

    /** The first line of which units are left. */
    private @Nullable LineDraft next(Deque<LineDraft> from) {
        while (!from.isEmpty() && units(from.getFirst()).signum() == 0) {
            from.removeFirst();
        }
        return from.peekFirst();
    }

    private BigDecimal units(LineDraft line) {
        return free.getOrDefault(line, BigDecimal.ZERO);
    }

    /** How many lots two lines, or one that is both, can fill alone. */
    private BigDecimal atOnce(@Nullable LineDraft bought, @Nullable LineDraft given) {
        if (bought == null || given == null) {
            return BigDecimal.ZERO;
        }
        return bought == given
                ? whole(units(bought), lot.buyUnits().add(lot.getUnits()))
                : whole(units(bought), lot.buyUnits()).min(whole(units(given), lot.getUnits()));
    }

    private static BigDecimal whole(BigDecimal units, BigDecimal each) {
        return units.divide(each, 0, RoundingMode.FLOOR);
    }

    private boolean take(Deque<LineDraft> from, BigDecimal units, Map<LineDraft, BigDecimal> taken) {
        BigDecimal left = units;
        for (LineDraft line = next(from); line != null && left.signum() > 0; line = next(from)) {
            BigDecimal here = left.min(units(line));
            free.merge(line, here.negate(), BigDecimal::add);
            taken.merge(line, here, BigDecimal::add);
            left = left.subtract(here);
        }
        return left.signum() == 0;
    }
}
