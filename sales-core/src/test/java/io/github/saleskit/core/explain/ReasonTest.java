package io.github.saleskit.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private static final ReasonTemplates TEMPLATES = new ReasonTemplates(List.of(new Shop()));

    /** A host's own catalogue. */
    private static final class Shop implements ReasonCatalog {
        private static final Map<String, String> FILES = Map.of(
                "till/reasons.properties", "sold = {item} sold for {price}\nbraces = {item} {of} {",
                "till/reasons_ja.properties", "sold = {item}を{price}で販売");

        @Override
        public String prefix() {
            return "shop";
        }

        @Override
        public InputStream open(String path) {
            String file = FILES.get(path);
            return file == null ? null : new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void textFollowsTheReadersLanguageWithEnglishAsFallback() {
        Reason sold = Reason.of("shop.till.sold", "item", "tea", "price", "EUR 2.50");
        assertThat(TEMPLATES.render(sold, Locale.ENGLISH)).isEqualTo("tea sold for EUR 2.50");
        assertThat(TEMPLATES.render(sold, Locale.JAPAN)).isEqualTo("teaをEUR 2.50で販売");
        assertThat(TEMPLATES.render(sold, Locale.FRENCH)).isEqualTo("tea sold for EUR 2.50");
    }

    @Test
    void aParameterThatLooksLikeATemplateIsNotFilledAgain() {
        Reason sold = Reason.of("shop.till.sold", "item", "{price}", "price", "EUR 1");
        assertThat(TEMPLATES.render(sold, Locale.ENGLISH)).isEqualTo("{price} sold for EUR 1");
    }

    @Test
    void bracesThatAreNoParameterStay() {
        assertThat(TEMPLATES.render(Reason.of("shop.till.braces", "item", "a"), Locale.ENGLISH))
                .isEqualTo("a {of} {");
    }

    @Test
    void aCodeNobodyKnowsIsShownAsItIs() {
        for (String code : List.of("shop.till.unknown", "shop.unknown", "unknown", "other.till.sold", "a..b", ".")) {
            assertThat(Reason.of(code, "item", "tea").text(Locale.ENGLISH)).isEqualTo(code + " {item=tea}");
        }
    }

    @Test
    void codesThatAreMadeUpDoNotFillTheMemory() {
        ReasonTemplates templates = new ReasonTemplates(List.of(new Shop()));
        for (int i = 0; i < 3 * ReasonTemplates.MOST_WITH_MISSING; i++) {
            templates.render(Reason.of("shop.p" + i + ".sold"), Locale.ENGLISH);
        }
        assertThat(templates.remembered()).isEqualTo(ReasonTemplates.MOST_WITH_MISSING);
        assertThat(templates.render(Reason.of("shop.till.sold", "item", "tea", "price", "EUR 1"), Locale.JAPAN))
                .isEqualTo("teaをEUR 1で販売");
        assertThat(templates.remembered()).isEqualTo(ReasonTemplates.MOST_WITH_MISSING + 1);
    }

    @Test
    void detailsAreIndented() {
        Reason b = Reason.of("b").withDetails(List.of(Reason.of("c")));
        Reason reason = Reason.of("a").withDetails(List.of(b, Reason.of("d")));
        assertThat(reason.fullText(Locale.ENGLISH)).isEqualTo("a {}\n  b {}\n    c {}\n  d {}");
    }

    @Test
    void parametersKeepTheirOrderInJson() {
        Reason reason = Reason.of("a.b.c", "z", 1, "a", 2, "m", 3).withDetails(List.of(Reason.of("a.b.d")));
        assertThat(JsonLine.JACKSON_2.write(reason))
                .isEqualTo("{\"code\":\"a.b.c\",\"parameters\":{\"z\":\"1\",\"a\":\"2\",\"m\":\"3\"},"
                        + "\"details\":[{\"code\":\"a.b.d\"}]}");
        JsonLine.assertRoundTrip(reason, Reason.class);
    }

    @Test
    void aNameWithoutAValueIsTheCallersMistake() {
        assertThatThrownBy(() -> Reason.of("a.b.c", "rule"))
                .hasMessage("namesAndValues is [rule], an odd number of items.\n"
                        + "Maybe a value is missing after the last name?");
    }
}
