package io.github.saleskit.core.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * One column of coded features: how a part of a field is cut into codes.
 *
 * <p>Code 0 is absent. An ordered column has a code for each range of values, from the lowest up; a nominal one has a
 * code for each known value and, last, one for all others.
 */
final class Column {

    static final int ABSENT = 0;

    final String field;
    final FieldPart part;

    /** The member of a set whose presence is the column, else empty. */
    final String member;

    /** Ascending ends of the ranges of an ordered column; a value that equals one is in the range above. */
    final double[] cuts;

    /** The mean of each code's values, 0 for absent; null for a nominal column. */
    final double @Nullable [] means;

    /** The known values of a nominal column. */
    final String[] values;

    final int size;

    private Column(
            String field, FieldPart part, String member, double[] cuts, double @Nullable [] means, String[] values) {
        this.field = field;
        this.part = part;
        this.member = member;
        this.cuts = cuts;
        this.means = means;
        this.values = values;
        this.size = 2 + (means == null ? values.length : cuts.length);
    }

    static Column ordered(String field, FieldPart part, double[] cuts, double[] means) {
        return new Column(field, part, "", cuts, means, new String[0]);
    }

    static Column nominal(String field, FieldPart part, String... values) {
        return new Column(field, part, "", new double[0], null, values);
    }

    static Column member(String field, String member) {
        return new Column(field, FieldPart.MEMBER, member, new double[0], null, new String[] {member});
    }

    boolean ordered() {
        return means != null;
    }

    /** The code of values that are not known. */
    int other() {
        return size - 1;
    }
}
