package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;

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
        List<LineDraft> bought = sorted(true, FreePick.DEAREST);
        List<LineDraft> toGive = sorted(false, lot.pick().orElse(FreePick.CHEAPEST));
        long lots = lots(bought, toGive);
        long filled = 0;
        while (filled < lots && fill(bought, toGive)) {
            filled++;
        }
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

    /** No more lots than the units allow. */
    private long lots(List<LineDraft> bought, List<LineDraft> toGive) {
        BigDecimal byBuying = sum(bought).divide(lot.buyUnits(), 0, RoundingMode.FLOOR);
        BigDecimal byGiving = sum(toGive).divide(lot.getUnits(), 0, RoundingMode.FLOOR);
        BigDecimal most = BigDecimal.valueOf(lot.mostLots().orElse(MOST_LOTS));
        return byBuying.min(byGiving).min(most).longValue();
    }

    /** Beyond this, lots are filled no more: a line of 10^15 units must not keep a quote for ever. */
    private static final int MOST_LOTS = 100_000;

    private static BigDecimal sum(List<LineDraft> lines) {
        return lines.stream().map(LineDraft::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean fill(List<LineDraft> bought, List<LineDraft> toGive) {
        Map<LineDraft, BigDecimal> before = new LinkedHashMap<>(free);
        Map<LineDraft, BigDecimal> taken = new LinkedHashMap<>();
        if (take(bought, lot.buyUnits(), new LinkedHashMap<>()) && take(toGive, lot.getUnits(), taken)) {
            taken.forEach((line, units) -> given.merge(line, units, BigDecimal::add));
            return true;
        }
        free.putAll(before);
        return false;
    }

    private boolean take(List<LineDraft> from, BigDecimal units, Map<LineDraft, BigDecimal> taken) {
        BigDecimal left = units;
        for (LineDraft line : from) {
            BigDecimal here = left.min(free.getOrDefault(line, BigDecimal.ZERO));
            if (here.signum() > 0) {
                free.merge(line, here.negate(), BigDecimal::add);
                taken.merge(line, here, BigDecimal::add);
                left = left.subtract(here);
            }
        }
        return left.signum() == 0;
    }
}
