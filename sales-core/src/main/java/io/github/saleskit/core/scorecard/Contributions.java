package io.github.saleskit.core.scorecard;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** What each term of a scorecard gave to a lead, kept as codes and values; put into words when somebody looks. */
final class Contributions extends AbstractList<FieldContribution> implements RandomAccess {

    private final List<? extends Term<?>> terms;
    private final List<Pair> pairs;
    private final int[] codes;

    /** By term, what the lead says; null where absent. */
    private final @Nullable Object[] said;

    Contributions(List<? extends Term<?>> terms, List<Pair> pairs, int[] codes, @Nullable Object[] said) {
        this.terms = terms;
        this.pairs = pairs;
        this.codes = codes;
        this.said = said;
    }

    @Override
    public FieldContribution get(int index) {
        return index < said.length
                ? terms.get(index).contribution(codes, said[index])
                : pairs.get(index - said.length).contribution(codes);
    }

    @Override
    public int size() {
        return said.length + pairs.size();
    }
}
