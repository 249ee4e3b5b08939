package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * How the list price of a line follows from its quantity.
 *
 * <p>For tiers up to 10 at EUR 10, up to 20 at EUR 8 and EUR 5 beyond, 12 units cost 10 x 10 + 2 x 8 = EUR 116 when
 * graduated, and 12 x 8 = EUR 96 by volume:
 *
 * <pre>{@code
 * PriceModel.graduated(PriceTier.upTo(10, EUR 10), PriceTier.upTo(20, EUR 8), PriceTier.beyond(EUR 5))
 * }</pre>
 *
 * <p>Immutable and thread-safe. More models may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriceModel.PerUnit.class, name = "perUnit"),
    @JsonSubTypes.Type(value = PriceModel.PerPackage.class, name = "perPackage"),
    @JsonSubTypes.Type(value = PriceModel.Graduated.class, name = "graduated"),
    @JsonSubTypes.Type(value = PriceModel.Volume.class, name = "volume"),
    @JsonSubTypes.Type(value = PriceModel.Percentage.class, name = "percentage"),
    @JsonSubTypes.Type(value = PriceModel.GraduatedPercentage.class, name = "graduatedPercentage"),
    @JsonSubTypes.Type(value = PriceModel.CostPlus.class, name = "costPlus"),
    @JsonSubTypes.Type(value = PriceModel.PercentOfTotal.class, name = "percentOfTotal"),
    @JsonSubTypes.Type(value = PriceModel.Matrix.class, name = "matrix")
})
public sealed interface PriceModel extends StrictDocument {

    /** The same price for every unit. */
    static PriceModel perUnit(BigMoney unitPrice) {
        return new PerUnit(unitPrice);
    }

    /** A price for every package begun of so many units, none of them free. */
    static PriceModel perPackage(BigDecimal size, BigMoney price) {
        return new PerPackage(size, price, Optional.empty());
    }

    /** Each tier with its own price, its end belonging to it; nothing costs nothing. */
    static PriceModel graduated(PriceTier... tiers) {
        return new Graduated(List.of(tiers), TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
    }

    /** All units at the price of the tier that is reached, its end belonging to it; nothing costs nothing. */
    static PriceModel volume(PriceTier... tiers) {
        return new Volume(List.of(tiers), TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
    }

    /**
     * What is charged, tier by tier; exact, in the order of the tiers.
     *
     * @return empty when the line lies outside the model: beyond its tiers, without a cost, of characteristics it does
     *     not know
     */
    List<TierCharge> charges(PriceInput input);

    /**
     * What is charged for a quantity alone.
     *
     * @param quantity not negative
     */
    default List<TierCharge> charges(BigDecimal quantity) {
        return charges(PriceInput.of(quantity));
    }

    /**
     * Reports what is wrong with it, such as tiers with gaps or another currency.
     *
     * <p>For engines whose definition holds a price.
     */
    default void check(CurrencyUnit currency, Problems problems) {
        new ModelCheck(currency, problems, new Problems()).check(this);
    }

    /**
     * The same price for every unit.
     *
     * @param unitPrice not negative
     */
    record PerUnit(@Required BigMoney unitPrice) implements PriceModel {

        public PerUnit {
            requireNonNull(unitPrice, "unitPrice");
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            return List.of(TierCharge.of(input.quantity(), unitPrice));
        }
    }

    /**
     * A price for every package begun: 121 units in packages of 10, of which 10 units are free, are 12 packages.
     *
     * @param size units in a package, above zero
     * @param price of a package, not negative
     * @param freeUnits units that cost nothing, not negative; none when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PerPackage(@Required BigDecimal size, @Required BigMoney price, Optional<BigDecimal> freeUnits)
            implements PriceModel {

        public PerPackage {
            requireNonNull(size, "size");
            requireNonNull(price, "price");
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            BigDecimal paid = Tiers.above(input.quantity(), freeUnits);
            return List.of(TierCharge.of(paid.divide(size, 0, RoundingMode.CEILING), price));
        }
    }

    /**
     * Each tier has its own price for the units that lie in it; its flat fee is charged as soon as it is reached.
     *
     * @param tiers ascending, the first from 0
     * @param bounds to which tier a quantity on a bound belongs; decides which flat fees are charged there
     * @param zeroQuantity what a quantity of zero costs
     */
    record Graduated(
            List<PriceTier> tiers,
            @Required TierBounds bounds,
            @Required ZeroQuantity zeroQuantity) implements PriceModel {

        public Graduated {
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
            requireNonNull(bounds, "bounds");
            requireNonNull(zeroQuantity, "zeroQuantity");
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            return Tiers.passed(tiers, bounds, zeroQuantity, input.quantity());
        }

        /**
         * What is charged for units that come and go during a period, each pro rata in the tiers it passes through; the
         * flat fee of every tier that was reached is charged once.
         *
         * <p>Where the units that went are worth more than those that came, all units together cost nothing.
         *
         * <p>Of tiers up to 5 at EUR 10 and EUR 5 beyond, with flat fees of EUR 100 and 50, the changes 2, 5, 10 and
         * -6, charged pro rata as 1.4, 2.66667, 2 and -2.2, cost EUR 184.33: of the five units three lie in the first
         * tier.
         *
         * @return one charge a tier that was reached; its quantity is what was charged in it
         * @throws IllegalArgumentException when the units in use fall below zero or pass beyond the last tier
         */
        public List<TierCharge> charges(List<UsageChange> changes) {
            return new ProratedTiers(tiers, bounds, zeroQuantity).charges(changes);
        }
    }

    /**
     * All units at the price of the tier that the quantity reaches, and that tier's flat fee; with flat fees only, a
     * stair-step or block price.
     *
     * <p>Where a tier is cheaper, the total may fall as the quantity rises; the engine warns of that.
     *
     * @param tiers ascending
     * @param bounds to which tier a quantity on a bound belongs
     * @param zeroQuantity what a quantity of zero costs where the first tier begins at zero
     */
    record Volume(
            List<PriceTier> tiers,
            @Required TierBounds bounds,
            @Required ZeroQuantity zeroQuantity) implements PriceModel {

        public Volume {
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
            requireNonNull(bounds, "bounds");
            requireNonNull(zeroQuantity, "zeroQuantity");
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            return Tiers.reached(tiers, bounds, zeroQuantity, input);
        }
    }

    /**
     * A percentage of an amount: the line's quantity is an amount in the price book's currency, such as a turnover.
     *
     * <p>Where a least or a most is set for a transaction, each transaction's percentage and fee together are held
     * within them.
     *
     * @param percent not negative: 1.3 of 800 is 10.4
     * @param currency of what is charged
     * @param freeAmount what costs nothing; nothing when absent
     * @param transactionFee for each transaction, if any
     * @param freeTransactions how many of the first transactions are free: of known ones all of them, of others their
     *     fees
     * @param atLeast the least for a transaction
     * @param atMost the most for a transaction
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Percentage(
            @Required BigDecimal percent,
            @Required CurrencyUnit currency,
            Optional<BigDecimal> freeAmount,
            Optional<BigMoney> transactionFee,
            Optional<Integer> freeTransactions,
            Optional<BigMoney> atLeast,
            Optional<BigMoney> atMost)
            implements PriceModel {

        public Percentage {
            requireNonNull(percent, "percent");
            requireNonNull(currency, "currency");
        }

        /** A plain percentage. */
        public static Percentage of(BigDecimal percent, CurrencyUnit currency) {
            Optional<BigMoney> none = Optional.empty();
            return new Percentage(percent, currency, Optional.empty(), none, Optional.empty(), none, none);
        }

        /**
         * The quantity as one amount; the fee is for so many {@linkplain PriceInput#transactions() transactions}, or
         * for one.
         */
        @Override
        public List<TierCharge> charges(PriceInput input) {
            return new TransactionCharges(this).ofAll(input);
        }

        /**
         * Each transaction by itself; the free amount and the free transactions are used up in their order. A
         * transaction that is free as a whole costs nothing at all, neither a fee nor the least.
         */
        public List<TierCharge> charges(List<BigDecimal> transactions) {
            return new TransactionCharges(this).ofEach(transactions);
        }
    }

    /**
     * A percentage of an amount that differs from tier to tier, each for the part of the amount that lies in it, and
     * flat fees.
     *
     * @param currency of what is charged
     * @param tiers ascending, the first from 0
     * @param bounds to which tier an amount on a bound belongs
     * @param zeroQuantity what an amount of zero costs
     */
    record GraduatedPercentage(
            @Required CurrencyUnit currency,
            List<PercentTier> tiers,
            @Required TierBounds bounds,
            @Required ZeroQuantity zeroQuantity)
            implements PriceModel {

        public GraduatedPercentage {
            requireNonNull(currency, "currency");
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
            requireNonNull(bounds, "bounds");
            requireNonNull(zeroQuantity, "zeroQuantity");
        }

        /** The same as prices for units of the currency. */
        Graduated asPrices() {
            return new Graduated(
                    tiers.stream().map(tier -> tier.asPrice(currency)).toList(), bounds, zeroQuantity);
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            return asPrices().charges(input);
        }
    }

    /**
     * What a unit costs the seller and a markup on it.
     *
     * @param percent of the cost, not negative: 25 makes EUR 80 to EUR 100
     */
    record CostPlus(@Required BigDecimal percent) implements PriceModel {

        public CostPlus {
            requireNonNull(percent, "percent");
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
            return input.cost()
                    .map(cost -> List.of(TierCharge.of(input.quantity(), cost.multipliedBy(factor))))
                    .orElse(List.of());
        }
    }

    /**
     * A percentage of what other lines of the quote cost at list price, such as support at 18 % of all software; for
     * each unit.
     *
     * <p>Lines priced so never count themselves: it is a percentage of lines with other price models only.
     *
     * @param percent not negative
     * @param lines a condition on those lines, with the fields of a line as {@link PriceRule} lists them; all when
     *     absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PercentOfTotal(@Required BigDecimal percent, Optional<Criterion> lines) implements PriceModel {

        public PercentOfTotal {
            requireNonNull(percent, "percent");
        }

        /** Always empty: only the engine knows the other lines. */
        @Override
        public List<TierCharge> charges(PriceInput input) {
            return List.of();
        }

        TierCharge charge(BigDecimal quantity, BigMoney base) {
            return TierCharge.of(quantity, base.multipliedBy(percent.movePointLeft(2)));
        }
    }

    /**
     * A price by characteristics: of a line's edition and region, or of the option that was chosen.
     *
     * <p>Of several cells that fit, the one that names more dimensions is taken, then the earlier one.
     *
     * @param dimensions names of attributes of the line, the quote or the product; {@code customer} is the quote's
     *     customer
     * @param prices the cells
     */
    record Matrix(List<String> dimensions, List<MatrixPrice> prices) implements PriceModel {

        public Matrix {
            dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
            prices = prices == null ? List.of() : List.copyOf(prices);
        }

        @Override
        public List<TierCharge> charges(PriceInput input) {
            List<String> actual = dimensions.stream()
                    .map(name -> input.attributes().getOrDefault(name, ""))
                    .toList();
            int best = -1;
            List<TierCharge> charges = List.of();
            for (MatrixPrice cell : prices) {
                int fit = cell.fit(actual);
                if (fit > best) {
                    best = fit;
                    charges = List.of(TierCharge.of(input.quantity(), cell.unitPrice()));
                }
            }
            return charges;
        }
    }
}
