package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line while it is being priced; mutable, for one thread. */
final class LineDraft {

    private final QuoteLine line;
    private final Product product;
    private final BigDecimal quantity;
    private final RoundingPolicy rounding;
    private final List<PriceStep> steps = new ArrayList<>(4);
    private BigMoney list;
    private BigMoney amount;
    private PriceFloor floor;
    private boolean closed;
    private boolean closedToOrder;
    private int listSteps;
    private @Nullable OrderFacts order;
    private @Nullable String conflict;
    private @Nullable LineDraft twin;
    private @Nullable PricedLine priced;

    private StageMarks marks = new StageMarks();

    /** Positions of the rules whose indexed conditions the line fulfils, ascending. */
    private int[] matches = {};

    /** A line that costs nothing yet, of so many of the product's own units. */
    LineDraft(QuoteLine line, Product product, BigDecimal quantity, CurrencyUnit currency, RoundingPolicy rounding) {
        this.line = line;
        this.product = product;
        this.quantity = quantity;
        this.rounding = rounding;
        this.amount = BigMoney.zero(currency);
        this.list = amount;
        this.floor = PriceFloor.zero(currency);
    }

    /** The same line as it stands. */
    LineDraft copy() {
        LineDraft copy = new LineDraft(line, product, quantity, amount.getCurrencyUnit(), rounding);
        copy.restore(this);
        copy.order = order;
        copy.matches = matches;
        return copy;
    }

    /** Goes back to how it stood when it was copied. */
    void restore(LineDraft other) {
        steps.clear();
        steps.addAll(other.steps);
        list = other.list;
        amount = other.amount;
        floor = other.floor;
        closed = other.closed;
        closedToOrder = other.closedToOrder;
        listSteps = other.listSteps;
        conflict = other.conflict;
    }

    /** The same line with its list price and nothing else, to be priced again with what is known of it. */
    LineDraft restart() {
        LineDraft again = new LineDraft(line, product, quantity, amount.getCurrencyUnit(), rounding);
        for (int i = 0; i < listSteps; i++) {
            again.push(steps.get(i));
        }
        again.list = list;
        again.floor = floor;
        again.listSteps = listSteps;
        again.matches = matches;
        again.twin = this;
        return again;
    }

    /** The same line as a stage left it; the first stage is 0. */
    LineDraft restartAfter(int stage) {
        LineDraft again = restart();
        again.twin = null;
        for (int i = listSteps; i < stepsAfter(stage); i++) {
            again.push(steps.get(i));
        }
        again.closed = marks.isClosed(stage);
        again.closedToOrder = marks.isClosedToOrder(stage);
        again.marks = marks.after(stage);
        return again;
    }

    /** Takes over what a stage did to the same line in another pricing. */
    void takeStage(LineDraft other, int stage) {
        for (int i = other.stepsAfter(stage - 1); i < other.stepsAfter(stage); i++) {
            push(other.steps.get(i));
        }
        closed |= other.marks.isClosed(stage);
        closedToOrder |= other.marks.isClosedToOrder(stage);
    }

    /** What the line cost when a stage was done; -1 stands for the list price. */
    BigMoney amountAfter(int stage) {
        return steps.get(stepsAfter(stage) - 1).output();
    }

    /** The line as it was priced before, while all that was done to it since is the same; null for a new one. */
    @Nullable
    LineDraft twin() {
        return twin;
    }

    /** From here on the line is priced anew. */
    void forgetTwin() {
        twin = null;
    }

    /**
     * Whether the line stands as another did after a stage: with as many steps, at the same price, as open to rules.
     */
    boolean standsAs(LineDraft other, int stage) {
        return steps.size() == other.stepsAfter(stage)
                && amount.equals(other.steps.get(steps.size() - 1).output())
                && closed == other.marks.isClosed(stage)
                && closedToOrder == other.marks.isClosedToOrder(stage);
    }

    /** Notes what a stage left. */
    void stageDone(int stage) {
        marks.done(stage, steps.size() - listSteps, closed, closedToOrder);
    }

    /** How many steps there were after a stage; -1 stands for the list price. */
    private int stepsAfter(int stage) {
        return listSteps + marks.steps(stage);
    }

    /** The line as it was handed out. */
    @Nullable
    PricedLine priced() {
        return priced;
    }

    void setPriced(PricedLine newPriced) {
        priced = newPriced;
    }

    QuoteLine line() {
        return line;
    }

    Product product() {
        return product;
    }

    /** In the product's own unit. */
    BigDecimal quantity() {
        return quantity;
    }

    /** The family of the product, if it has one. */
    @Nullable
    String family() {
        return product.family().orElse(null);
    }

    /** The line's own attribute, or else the product's. */
    @Nullable
    String attribute(String name) {
        Map<String, String> own = line.attributes();
        String value = own.isEmpty() ? null : own.get(name);
        return value == null ? product.attributes().get(name) : value;
    }

    @Nullable
    Integer termMonths() {
        return line.termMonths().orElse(null);
    }

    /** The list price. */
    BigMoney list() {
        return list;
    }

    /** The list price of one unit. */
    BigMoney unitList() {
        if (quantity.signum() == 0) {
            return list;
        }
        return onlyUnitPrice()
                .orElseGet(() -> BigMoney.of(list.getCurrencyUnit(), Exact.divide(list.getAmount(), quantity)));
    }

    /** The list price of a unit, where it is the only price and holds for all units. */
    private Optional<BigMoney> onlyUnitPrice() {
        return steps.get(0).change() instanceof PriceChange.Charges charges
                        && charges.charges().size() == 1
                        && charges.charges().get(0).isPerUnit(quantity)
                ? charges.charges().get(0).unitPrice()
                : Optional.empty();
    }

    /** What the line costs so far. */
    BigMoney amount() {
        return amount;
    }

    /** What a settled line costs so far. */
    Money settled() {
        return amount.toMoney();
    }

    boolean counts() {
        return line.counts();
    }

    OrderFacts order() {
        if (order == null) {
            throw new IllegalStateException("line " + line.id() + " has no order yet");
        }
        return order;
    }

    void setOrder(OrderFacts newOrder) {
        order = newOrder;
    }

    /**
     * Lets go of the order, or a line that stays the same through many changes would keep the quote of its beginning.
     */
    void forgetOrder() {
        order = null;
    }

    int[] matches() {
        return matches;
    }

    void setMatches(int[] newMatches) {
        matches = newMatches;
    }

    /** Raises the floor where this one is higher. */
    void raiseFloor(BigMoney exact, PriceLimit limit) {
        floor = floor.raised(exact, limit);
    }

    /** What the line must cost at least. */
    Money least() {
        return floor.least(amount);
    }

    /** Whether it may not fall to zero. */
    boolean hasFloor() {
        return floor.isPositive();
    }

    /** How much can still be taken off. */
    BigMoney room() {
        return floor.room(amount);
    }

    /** Whether an exclusive rule applies, so that no other does on the line. */
    boolean closed() {
        return closed;
    }

    /** Whether an exclusive rule keeps away discounts on the order, too. */
    boolean closedToOrder() {
        return closedToOrder;
    }

    /** After an exclusive rule. */
    void close(CompiledRule rule) {
        closed = true;
        closedToOrder |= rule.exclusive().filter(Exclusive.ON_LINE::equals).isPresent();
    }

    /** What the plan says about the line against itself, if so: the ids of rules of which none is the most specific. */
    @Nullable
    String conflict() {
        return conflict;
    }

    void setConflict(String rules) {
        conflict = rules;
    }

    /** The steps so far, to be read only. */
    List<PriceStep> steps() {
        return steps;
    }

    /** Adds the list price. */
    void start(String book, List<TierCharge> charges) {
        add(PriceStepKind.LIST, Optional.of(book), new PriceChange.Charges(charges), levelOfList(), Optional.empty());
        endList();
    }

    /** Adds what is charged more or less at list price. */
    void limitSpend(String book, SpendLimits limits) {
        SpendBill bill = limits.apply(BigMoney.zero(amount.getCurrencyUnit()), List.of(amount));
        BigMoney difference = bill.amount().minus(amount);
        if (!difference.isZero()) {
            PriceChange change = new PriceChange.Amount(difference);
            add(PriceStepKind.SPEND_LIMIT, Optional.of(book), change, Optional.empty(), Optional.empty());
        }
        endList();
    }

    private void endList() {
        list = amount;
        listSteps = steps.size();
    }

    /** Adds the price of a sale, where it is lower. */
    void sell(String book, List<TierCharge> charges) {
        PriceChange change = new PriceChange.Charges(charges);
        if (change.apply(amount).isLessThan(amount)) {
            add(PriceStepKind.SALE, Optional.of(book), change, levelOfList(), Optional.empty());
            listSteps = steps.size();
        }
    }

    private Optional<RoundingLevel> levelOfList() {
        return Optional.of(rounding.level()).filter(each -> each != RoundingLevel.TOTAL);
    }

    /**
     * Adds what a rule does, rounded at the level of the policy where that is the unit or the line, and held at the
     * floor.
     *
     * <p>A line without one unit price for all its units (flat fees, packages, several tiers) has none to round: its
     * discounts are rounded by line, and so are those on some of its units.
     *
     * @return whether it changed anything
     */
    boolean change(String rule, PriceChange change, boolean allUnits) {
        Optional<RoundingLevel> level =
                levelOfList().map(each -> allUnits && onlyUnitPrice().isPresent() ? each : RoundingLevel.LINE);
        BigMoney output = level.map(each -> StepRounding.round(change, amount, quantity, each, rounding))
                .orElseGet(() -> change.apply(amount));
        if (output.isEqual(amount)) {
            return false;
        }
        if (!output.isLessThan(floor.amount()) || output.isGreaterThan(amount)) {
            push(new PriceStep(
                    PriceStepKind.LINE_RULE, Optional.of(rule), amount, change, level, output, Optional.empty()));
            return true;
        }
        BigMoney room = room();
        if (room.isZero()) {
            return false;
        }
        PriceChange held = new PriceChange.Amount(room.negated());
        add(PriceStepKind.LINE_RULE, Optional.of(rule), held, Optional.empty(), Optional.of(floor.limit()));
        return true;
    }

    /** Takes the line's share of a discount on the order off a settled line, unless it has none. */
    void discount(String rule, Money share) {
        if (!share.isZero()) {
            PriceChange off = new PriceChange.Amount(share.negated().toBigMoney());
            add(PriceStepKind.ORDER_RULE, Optional.of(rule), off, Optional.empty(), Optional.empty());
        }
    }

    /** Rounds the line, where that is still needed. */
    void settle() {
        if (amount.getScale() <= amount.getCurrencyUnit().getDecimalPlaces()) {
            return;
        }
        BigMoney rounded = rounding.settle(amount).toBigMoney();
        if (!rounded.isEqual(amount)) {
            PriceChange nothing = new PriceChange.Amount(BigMoney.zero(amount.getCurrencyUnit()));
            add(PriceStepKind.SETTLEMENT, Optional.empty(), nothing, Optional.of(RoundingLevel.LINE), Optional.empty());
        }
    }

    /** Sets the line to its part of the settled total, where it is not so already. */
    void settleAt(Money part) {
        BigMoney difference = part.toBigMoney().minus(amount);
        if (!difference.isZero()) {
            PriceChange change = new PriceChange.Amount(difference);
            add(PriceStepKind.SETTLEMENT, Optional.empty(), change, Optional.empty(), Optional.empty());
        }
    }

    private void add(
            PriceStepKind kind,
            Optional<String> source,
            PriceChange change,
            Optional<RoundingLevel> level,
            Optional<PriceLimit> limit) {
        BigMoney output = level.map(each -> StepRounding.round(change, amount, quantity, each, rounding))
                .orElseGet(() -> change.apply(amount));
        push(new PriceStep(kind, source, amount, change, level, output, limit));
    }

    /** Adds a step that is known already. */
    void push(PriceStep step) {
        steps.add(step);
        amount = step.output();
    }

    PriceWaterfall waterfall() {
        return new PriceWaterfall(quantity, rounding, steps);
    }
}
