package io.github.saleskit.cpq.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;

/**
 * What has to be charged and credited for one schedule to become another.
 *
 * <p>Stretches that begin alike at the same quantity and price are compared; only what one is longer than the other is
 * a delta.
 */
final class ScheduleDelta {

    private record Key(String item, Moment from, BigDecimal quantity, BigMoney price) {
        static Key of(ScheduledCharge charge) {
            return new Key(charge.item(), charge.from(), charge.quantity().stripTrailingZeros(), charge.price());
        }
    }

    private final Map<Key, ScheduledCharge> before = new LinkedHashMap<>();
    private final List<ScheduledCharge> deltas = new ArrayList<>();
    private final LocalDate earliest;

    private ScheduleDelta(LocalDate earliest) {
        this.earliest = earliest;
    }

    /**
     * Signed charges by due day.
     *
     * @param earliest no delta is due before this day
     */
    static List<ScheduledCharge> between(
            List<ScheduledCharge> before, List<ScheduledCharge> after, LocalDate earliest) {
        ScheduleDelta delta = new ScheduleDelta(earliest);
        before.forEach(each -> delta.before.put(Key.of(each), each));
        List<ScheduledCharge> changed = new ArrayList<>();
        for (ScheduledCharge each : after) {
            ScheduledCharge old = delta.before.remove(Key.of(each));
            if (old == null) {
                changed.add(each);
            } else {
                delta.addDifference(old, each);
            }
        }
        delta.before.values().forEach(delta::addCredit);
        changed.forEach(delta::add);
        delta.deltas.sort(Comparator.comparing(ScheduledCharge::due));
        return List.copyOf(delta.deltas);
    }

    private void addCredit(ScheduledCharge gone) {
        add(gone.withAmount(gone.amount().negated())
                .withShare(new PeriodShare(-gone.share().part(), gone.share().whole()))
                .withCredit(true));
    }

    private void addDifference(ScheduledCharge old, ScheduledCharge now) {
        if (old.amount().equals(now.amount())) {
            return;
        }
        boolean shorter = now.until().isBefore(old.until());
        boolean longer = old.until().isBefore(now.until());
        ScheduledCharge delta = now.withAmount(now.amount().minus(old.amount()))
                .withShare(now.share().minus(old.share()))
                .withDue(old.due().isAfter(now.due()) ? old.due() : now.due())
                .withFrom(shorter ? now.until() : longer ? old.until() : now.from())
                .withUntil(shorter ? old.until() : now.until());
        add(delta.amount().isNegative() ? delta.withCredit(true) : delta);
    }

    private void add(ScheduledCharge charge) {
        deltas.add(charge.due().isBefore(earliest) ? charge.withDue(earliest) : charge);
    }
}
