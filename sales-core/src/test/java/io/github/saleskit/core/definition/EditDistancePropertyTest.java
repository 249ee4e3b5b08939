package io.github.saleskit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class EditDistancePropertyTest {

    @Property
    void equalsTheRecursiveDefinition(
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String a,
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String b) {
        assertThat(EditDistance.between(a, b)).isEqualTo(recursive(a, b));
        assertThat(EditDistance.between(b, a)).isEqualTo(EditDistance.between(a, b));
        assertThat(EditDistance.between(a, a.toUpperCase(Locale.ROOT))).isZero();
    }

    private static int recursive(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        String headA = a.substring(0, a.length() - 1);
        String headB = b.substring(0, b.length() - 1);
        int best = Math.min(recursive(headA, b), recursive(a, headB)) + 1;
        best = Math.min(best, recursive(headA, headB) + (last(a) == last(b) ? 0 : 1));
        boolean swapped = a.length() > 1 && b.length() > 1 && last(a) == last(headB) && last(headA) == last(b);
        return swapped
                ? Math.min(best, 1 + recursive(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)))
                : best;
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
