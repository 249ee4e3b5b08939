package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldSetTest {

    @Test
    void otherEnginesSeeNamesKindsAndValues() {
        assertThat(Prospect.FIELDS.names())
                .containsExactly(
                        "industry",
                        "country",
                        "visits",
                        "employees",
                        "score",
                        "rating",
                        "budget",
                        "optedOut",
                        "due",
                        "createdAt",
                        "tags",
                        "contacts");
        assertThat(Prospect.FIELDS.id(Prospect.EMPTY)).isEqualTo("empty");
        Field<Prospect> employees = Prospect.FIELDS.require("employees");
        assertThat(employees.kind()).isEqualTo(FieldKind.WHOLE);
        assertThat(employees.whole(Prospect.EMPTY)).isEqualTo(Field.ABSENT);
        assertThat(employees.number(Prospect.EMPTY)).isNaN();
        assertThat(employees.value(Prospect.EMPTY)).isNull();
        assertThat(employees.present(Prospect.EMPTY.withEmployees(0))).isTrue();
        assertThat(employees.number(Prospect.EMPTY.withEmployees(7))).isEqualTo(7);
        assertThat(Prospect.FIELDS.require("contacts").elements()).contains(Prospect.CONTACT);
        assertThatThrownBy(() -> Prospect.FIELDS.require("industry").number(Prospect.EMPTY.withIndustry("x")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Prospect.FIELDS.require("employes")).hasMessageContaining("Maybe \"employees\"?");
        assertThatThrownBy(() -> Prospect.CONTACT.id(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesAreUniqueAndPossible() {
        FieldSet.Builder<String> builder = FieldSet.of(String.class).text("a", text -> text);
        assertThatThrownBy(() -> builder.whole("a", String::length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        for (String name : new String[] {"", " ", "a`b", "a\nb", "x".repeat(201)}) {
            assertThatThrownBy(() -> builder.text(name, text -> text)).isInstanceOf(IllegalArgumentException.class);
        }
        FieldSet<String> strings = builder.build();
        assertThatThrownBy(() -> FieldSet.join("x", strings, "x", strings)).hasMessageContaining("x.a");
        assertThat(FieldSet.join("l", strings, "r", strings).names()).containsExactly("l.a", "r.a");
    }

    @Test
    void dynamicFieldsConvertNumbersAndKnowNoElements() {
        FieldSet<Map<String, Object>> fields = FieldSet.dynamic(Map.of("d", FieldKind.DECIMAL), Map::get);
        assertThat(fields.require("d").value(Map.of("d", 2))).isEqualTo(BigDecimal.valueOf(2));
        assertThatThrownBy(() -> FieldSet.dynamic(Map.of("e", FieldKind.EACH), (record, name) -> null))
                .hasMessageContaining("EACH");
    }
}
