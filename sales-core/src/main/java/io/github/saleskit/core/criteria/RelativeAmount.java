package io.github.saleskit.core.criteria;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How JSON writes by how much a moment is moved: {@code -30d}, {@code +3bd}, {@code 0d}. */
final class RelativeAmount {

    private RelativeAmount() {}

    static String write(Operand.Moment moment) {
        return (moment.amount() > 0 ? "+" : "")
                + moment.amount()
                + moment.unit().symbol();
    }

    static Operand.Moment parse(boolean today, String text) {
        int end = 0;
        while (end < text.length() && "+-0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String symbol = text.substring(end);
        for (RelativeUnit unit : RelativeUnit.values()) {
            if (unit.symbol().equals(symbol)) {
                return new Operand.Moment(today, amount(text, end), unit);
            }
        }
        throw wrong(text);
    }

    private static int amount(String text, int end) {
        try {
            return Integer.parseInt(text.substring(0, end));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        String units = Arrays.stream(RelativeUnit.values())
                .map(unit -> unit.symbol() + " (" + unit.words() + ")")
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "\"" + text + "\" is no amount of time.\nMaybe \"-30d\"? Units: " + units + ".");
    }
}
