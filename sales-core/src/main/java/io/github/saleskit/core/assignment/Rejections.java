package io.github.saleskit.core.assignment;

import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Who was passed over, as codes and values; reasons are made when somebody looks. */
final class Rejections extends AbstractList<PassedOver> implements RandomAccess {

    /** One candidate. */
    static final class Rejection {
        private final String rep;
        private final String pool;
        private final String code;

        /** Names and values of the reason by turns; doubles are shown with two digits. */
        private final Object[] details;

        Rejection(String rep, String pool, String code, Object... details) {
            this.rep = rep;
            this.pool = pool;
            this.code = code;
            this.details = details;
        }

        String rep() {
            return rep;
        }

        String pool() {
            return pool;
        }

        String code() {
            return code;
        }
    }

    private final List<Rejection> all;

    Rejections(List<Rejection> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public PassedOver get(int index) {
        Rejection one = all.get(index);
        Object[] parameters = new Object[one.details.length + 4];
        parameters[0] = "rep";
        parameters[1] = one.rep();
        parameters[2] = "pool";
        parameters[3] = one.pool();
        for (int i = 0; i < one.details.length; i++) {
            parameters[4 + i] = one.details[i] instanceof Double number
                    ? BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN)
                    : one.details[i];
        }
        return new PassedOver(one.rep(), one.pool(), Reason.of(one.code(), parameters));
    }

    @Override
    public int size() {
        return all.size();
    }
}
