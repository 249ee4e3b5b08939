package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked about a quote priced by promotions. */
final class PromotionAnswers {

    private final List<CaseInput> promotions;
    private final List<String> ids;
    private final PricedQuote priced;

    /**
     * Of a priced quote.
     *
     * @param ids of the lines that are asked about
     */
    PromotionAnswers(List<CaseInput> promotions, List<String> ids, PricedQuote priced) {
        this.promotions = promotions;
        this.ids = ids;
        this.priced = priced;
    }

    /**
     * All answers.
     *
     * @param agreeing how many evaluations agreed
     */
    Map<String, Object> all(int agreeing) {
        BigDecimal total = CaseShop.total(priced);
        BigDecimal byOrder = priced.orderDiscounts().stream()
                .map(each -> each.discount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean clamped =
                promotions.stream().anyMatch(each -> each.text("scope", "").equals("order"));
        BigDecimal taken = CaseShop.discounts(priced).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        PricedLine first = priced.line(ids.get(0));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", PriceCases.text(total));
        answer.put("subtotal", PriceCases.text(clamped ? total.add(byOrder) : total));
        answer.put("order_adjustment", PriceCases.text(byOrder));
        answer.put("discount", PriceCases.text(taken.negate()));
        answer.put("unit_net", PriceCases.text(unitNet(first)));
        answer.put("applied", priced.appliedRules());
        answer.put("line_discounts", lineDiscounts());
        answer.put("line_adjustments", lineAdjustments());
        answer.put("adjustments", adjustments());
        answer.put("repeat_evaluations", agreeing);
        return answer;
    }

    private static BigDecimal unitNet(PricedLine line) {
        BigDecimal net = CaseShop.waterfall(line).net().getAmount();
        return line.quantity().signum() == 0 ? net : net.divide(line.quantity(), MathContext.DECIMAL128);
    }

    private static boolean byRule(PriceStep step) {
        return step.kind() == PriceStepKind.LINE_RULE || step.kind() == PriceStepKind.ORDER_RULE;
    }

    private Map<String, Object> lineDiscounts() {
        Map<String, Object> discounts = new LinkedHashMap<>();
        for (String id : ids) {
            BigDecimal less = CaseShop.discounts(priced).get(priced.lines().indexOf(priced.line(id)));
            if (less.signum() != 0) {
                discounts.put(id, PriceCases.text(less.negate()));
            }
        }
        return discounts;
    }

    private Map<String, Object> lineAdjustments() {
        Map<String, Object> adjustments = new LinkedHashMap<>();
        for (String id : ids) {
            List<String> amounts = CaseShop.waterfall(priced.line(id)).steps().stream()
                    .filter(PromotionAnswers::byRule)
                    .map(step -> PriceCases.text(step.difference().getAmount().negate()))
                    .toList();
            if (!amounts.isEmpty()) {
                adjustments.put(id, amounts);
            }
        }
        return adjustments;
    }

    /** By promotion in the order in which they apply, then the dearest units first, among equals the later line. */
    private List<Map<String, String>> adjustments() {
        List<Map<String, String>> all = new ArrayList<>();
        List<PricedLine> dearest =
                new ArrayList<>(ids.stream().map(priced::line).toList());
        Collections.reverse(dearest);
        dearest.sort(Comparator.comparing((PricedLine line) -> unitList(line))
                .thenComparing(line -> CaseShop.waterfall(line).list())
                .reversed());
        List<CaseInput> inOrder = new ArrayList<>(promotions);
        inOrder.sort(Comparator.comparing((CaseInput each) -> each.number("priority", "0"))
                .reversed());
        for (CaseInput promotion : inOrder) {
            for (PricedLine line : dearest) {
                CaseShop.waterfall(line).steps().stream()
                        .filter(step -> byRule(step)
                                && step.source()
                                        .filter(promotion.text("id", "P")::equals)
                                        .isPresent())
                        .forEach(step -> all.add(adjustment(promotion, line, step)));
            }
        }
        return all;
    }

    private static BigDecimal unitList(PricedLine line) {
        BigDecimal list = CaseShop.waterfall(line).list().getAmount();
        return line.quantity().signum() == 0 ? list : list.divide(line.quantity(), MathContext.DECIMAL128);
    }

    private static Map<String, String> adjustment(CaseInput promotion, PricedLine line, PriceStep step) {
        Map<String, String> adjustment = new LinkedHashMap<>();
        adjustment.put("promo", promotion.text("id", "P"));
        adjustment.put("line", line.id());
        adjustment.put("amount", PriceCases.text(step.difference().getAmount().negate()));
        return adjustment;
    }
}
