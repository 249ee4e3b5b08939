package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong, and what is only odd, with one price. */
final class ModelCheck {

    private final CurrencyUnit currency;
    private final Problems problems;
    private final Problems warnings;

    /** Problems and warnings are reported where these stand. */
    ModelCheck(CurrencyUnit currency, Problems problems, Problems warnings) {
        this.currency = currency;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check(PriceModel model) {
        if (model instanceof PriceModel.PerUnit perUnit) {
            checkPrice(perUnit.unitPrice(), "unitPrice");
        } else if (model instanceof PriceModel.PerPackage perPackage) {
            checkPackage(perPackage);
        } else if (model instanceof PriceModel.Graduated graduated) {
            checkTiers(graduated.tiers());
            checkFromZero(graduated.tiers());
        } else if (model instanceof PriceModel.Volume volume) {
            if (checkTiers(volume.tiers())) {
                warnOfFallingTotals(volume.tiers());
            }
        } else {
            checkOther(model);
        }
    }

    private void checkOther(PriceModel model) {
        if (model instanceof PriceModel.Percentage percentage) {
            checkPercentage(percentage);
        } else if (model instanceof PriceModel.GraduatedPercentage graduated) {
            checkCurrency(graduated.currency());
            check(graduated.asPrices());
        } else if (model instanceof PriceModel.CostPlus costPlus) {
            ActionCheck.checkNotNegative(costPlus.percent(), problems.at("percent"));
        } else if (model instanceof PriceModel.PercentOfTotal total) {
            ActionCheck.checkNotNegative(total.percent(), problems.at("percent"));
        } else if (model instanceof PriceModel.Matrix matrix) {
            checkMatrix(matrix);
        }
    }

    private void checkPercentage(PriceModel.Percentage model) {
        checkCurrency(model.currency());
        ActionCheck.checkNotNegative(model.percent(), problems.at("percent"));
        model.freeAmount().ifPresent(free -> ActionCheck.checkNotNegative(free, problems.at("freeAmount")));
        model.transactionFee().ifPresent(fee -> checkPrice(fee, "transactionFee"));
        model.atLeast().ifPresent(least -> checkPrice(least, "atLeast"));
        model.atMost().ifPresent(most -> checkPrice(most, "atMost"));
    }

    private void checkCurrency(CurrencyUnit stated) {
        if (!stated.equals(currency)) {
            problems.at("currency")
                    .report("price.currency", stated.getCode(), "a price in this price book must be in " + currency);
        }
    }

    private void checkMatrix(PriceModel.Matrix model) {
        if (model.dimensions().isEmpty()) {
            problems.at("dimensions").report("matrix.noDimension", null, "a matrix must have a dimension");
        }
        for (int i = 0; i < model.prices().size(); i++) {
            MatrixPrice cell = model.prices().get(i);
            checkPrice(cell.unitPrice(), problems.at("prices", i, "unitPrice"));
            if (cell.values().size() != model.dimensions().size()) {
                problems.at("prices", i, "values")
                        .report(
                                "matrix.values",
                                String.join(", ", cell.values()),
                                "there must be a value for each of "
                                        + model.dimensions().size() + " dimensions");
            }
        }
    }

    private void checkPackage(PriceModel.PerPackage model) {
        checkPrice(model.price(), "price");
        if (NumberSize.check(model.size(), problems.at("size")) && model.size().signum() <= 0) {
            problems.at("size")
                    .report("package.size", model.size().toString(), "a package must hold more than nothing");
        }
        BigDecimal free = model.freeUnits().orElse(BigDecimal.ZERO);
        if (NumberSize.check(free, problems.at("freeUnits")) && free.signum() < 0) {
            problems.at("freeUnits").report("package.freeUnits", free.toString(), "free units must not be negative");
        }
    }

    private void checkFromZero(List<PriceTier> tiers) {
        if (!tiers.isEmpty() && tiers.get(0).from().orElse(BigDecimal.ZERO).signum() > 0) {
            problems.at("tiers", 0, "from")
                    .report(
                            "tiers.notFromZero",
                            tiers.get(0).from().orElseThrow().toString(),
                            "the first of graduated tiers must begin at 0, for every unit passes through it");
        }
    }

    /** Whether the tiers are in order. */
    private boolean checkTiers(List<PriceTier> tiers) {
        long before = problems.total();
        if (tiers.isEmpty()) {
            problems.at("tiers").report("tiers.none", null, "there must be at least one tier");
        }
        BigDecimal lower = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Problems here = problems.at("tiers", i);
            checkPrices(tiers.get(i), here);
            lower = checkBounds(tiers.get(i), i == 0, i == tiers.size() - 1, lower, here);
        }
        return problems.total() == before;
    }

    private void checkPrices(PriceTier tier, Problems here) {
        if (tier.unitPrice().isEmpty() && tier.flatFee().isEmpty()) {
            here.report("tier.noPrice", null, "a tier must have a unitPrice, a flatFee or both");
        }
        tier.unitPrice().ifPresent(price -> checkPrice(price, here.at("unitPrice")));
        tier.blockSize()
                .filter(size -> NumberSize.check(size, here.at("blockSize")) && size.signum() <= 0)
                .ifPresent(size -> here.at("blockSize")
                        .report("package.size", size.toString(), "a block must hold more than nothing"));
        tier.flatFee().ifPresent(price -> checkPrice(price, here.at("flatFee")));
    }

    /** The end of this tier, where the next must begin; null when nobody knows. */
    private static @Nullable BigDecimal checkBounds(
            PriceTier tier, boolean first, boolean last, @Nullable BigDecimal lower, Problems here) {
        boolean saneFrom =
                tier.from().map(each -> NumberSize.check(each, here.at("from"))).orElse(true);
        boolean saneUpTo =
                tier.upTo().map(each -> NumberSize.check(each, here.at("upTo"))).orElse(true);
        if (!saneFrom || !saneUpTo) {
            return null;
        }
        BigDecimal begin = tier.from().orElse(lower);
        tier.from().ifPresent(from -> checkFrom(from, first, lower, here.at("from")));
        if (tier.upTo().isEmpty()) {
            if (!last) {
                here.at("upTo").report("tiers.open", null, "only the last tier may be without an end");
            }
            return null;
        }
        BigDecimal upTo = tier.upTo().get();
        if (begin != null && upTo.compareTo(begin) <= 0) {
            here.at("upTo")
                    .report(
                            "tiers.notAscending",
                            upTo.toString(),
                            "the tier ends where it begins or before, at " + begin);
        }
        return upTo;
    }

    private static void checkFrom(BigDecimal from, boolean first, @Nullable BigDecimal lower, Problems here) {
        if (first && from.signum() < 0) {
            here.report("tiers.negative", from.toString(), "the first tier must not begin below 0");
        } else if (!first && lower != null && from.compareTo(lower) < 0) {
            here.report("tiers.overlap", from.toString(), "the tier overlaps the one before, which ends at " + lower);
        } else if (!first && lower != null && from.compareTo(lower) > 0) {
            here.report(
                    "tiers.gap",
                    from.toString(),
                    "there is a gap after the tier before, which ends at " + lower,
                    "Maybe " + lower + "? Tiers share their bounds; \"bounds\" says to which of both a bound belongs.");
        }
    }

    private void checkPrice(BigMoney price, String name) {
        checkPrice(price, problems.at(name));
    }

    private void checkPrice(BigMoney price, Problems here) {
        checkAmount(price, Optional.of(currency), here);
    }

    /** Not negative, of few enough digits, and in the currency, if one is prescribed. */
    static void checkAmount(BigMoney amount, Optional<CurrencyUnit> currency, Problems here) {
        if (currency.isPresent() && !amount.getCurrencyUnit().equals(currency.get())) {
            here.report("price.currency", amount.toString(), "a price in this price book must be in " + currency.get());
        }
        if (NumberSize.check(amount.getAmount(), here) && amount.isNegative()) {
            here.report("price.negative", amount.toString(), "a price must not be negative");
        }
    }

    private void warnOfFallingTotals(List<PriceTier> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            BigDecimal bound = tiers.get(i - 1).upTo().orElseThrow();
            BigMoney below = tiers.get(i - 1).charge(bound).amount();
            BigMoney above = tiers.get(i).charge(bound).amount();
            if (above.isLessThan(below)) {
                warnings.at("tiers", i)
                        .report(
                                "tiers.totalFalls",
                                bound.toString(),
                                "the total falls from " + below + " to " + above + " where the quantity passes "
                                        + bound);
            }
        }
    }
}
