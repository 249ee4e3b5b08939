package io.github.saleskit.core.scoring;

import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds whatever is wrong with a priority policy. */
final class PriorityCheck {

    private static final BigDecimal MOST_URGENT = BigDecimal.valueOf(1_000);

    private PriorityCheck() {}

    static <T> void check(PriorityPolicy policy, FieldSet<T> fields, Problems problems) {
        policy.value()
                .ifPresent(
                        name -> field(name, fields, field -> field.kind().numeric(), "a number", problems.at("value")));
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < policy.chances().size(); i++) {
            GradeChance chance = policy.chances().get(i);
            ModelCheck.id(chance.grade(), grades, problems.at("chances", i, "grade"));
            within(chance.chance(), BigDecimal.ZERO, BigDecimal.ONE, problems.at("chances", i, "chance"));
        }
        policy.otherwise()
                .ifPresent(chance -> within(chance, BigDecimal.ZERO, BigDecimal.ONE, problems.at("otherwise")));
        if (policy.chances().isEmpty() && policy.otherwise().isEmpty()) {
            problems.at("chances")
                    .report("scoring.noChances", null, "there is no chance, so that no lead would be queued");
        }
        for (int i = 0; i < policy.urgency().size(); i++) {
            urgency(policy.urgency().get(i), fields, problems.at("urgency", i));
        }
        policy.contact()
                .ifPresent(contact -> field(
                        contact.consents(),
                        fields,
                        field -> field.elements().equals(Optional.of(Consent.FIELDS)),
                        "nested consents",
                        problems.at("contact", "consents")));
    }

    private static <T> void urgency(Urgency urgency, FieldSet<T> fields, Problems at) {
        field(urgency.since(), fields, field -> field.kind() == FieldKind.INSTANT, "an instant", at.at("since"));
        if (urgency instanceof Urgency.Waiting waiting) {
            ModelCheck.duration(waiting.doubling(), at.at("doubling"));
            within(waiting.most(), BigDecimal.ONE, MOST_URGENT, at.at("most"));
        } else if (urgency instanceof Urgency.Fresh fresh) {
            ModelCheck.decay(fresh.decay(), at.at("decay"));
            within(fresh.least(), BigDecimal.ZERO, BigDecimal.ONE, at.at("least"));
        }
    }

    private static void within(BigDecimal number, BigDecimal least, BigDecimal most, Problems at) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0 || number.scale() > 30) {
            at.report(
                    "scoring.factorRange",
                    number.toString(),
                    "the number is from " + least + " to " + most + " with at most 30 decimal places");
        }
    }

    private static <T> void field(String name, FieldSet<T> fields, Predicate<Field<T>> fits, String what, Problems at) {
        Optional<Field<T>> field = fields.field(name, at);
        if (field.isPresent() && !fits.test(field.get())) {
            at.report(
                    "scoring.fieldKind",
                    name,
                    "the field has to hold " + what + ", but is of the kind "
                            + field.get().kind());
        }
    }
}
