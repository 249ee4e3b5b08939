package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', '', true", "'', a, false", "*, '', true", "*, abc, true", "a*, abc, true", "a*, bac, false",
                "*c, abc, true", "a*c, ac, true", "a*c, a, false", "aa*a, aa, false", "a?c, abc, true", "?, '', false",
                "?, 𠮷, true", "??, 𠮷, false", "*野, 𠮷野, true", "\\*, *, true", "\\*, a, false", "a\\\\b, a\\b, true",
                "*ab*ab*, abab, true", "*ab*ab*, aba, false", "A*, abc, false", "**, '', true", "*\\?, x?, true"
            })
    void starsQuestionMarksAndBackslashes(String glob, String text, boolean expected) {
        assertThat(Glob.of(glob).matches(text)).isEqualTo(expected);
    }

    @RepeatedTest(20)
    void randomGlobsAgreeWithRegularExpressions(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            String glob = random(random, "ab*?é𠮷", 8);
            String text = random(random, "abé𠮷", 10);
            assertThat(Glob.of(glob).matches(text))
                    .as("%s of %s", glob, text)
                    .isEqualTo(Naive.glob(glob).matcher(text).matches());
        }
    }

    private static String random(Random random, String alphabet, int longest) {
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    @Test
    void aGlobThatMakesBacktrackersExplodeTakesOnePassAStar() {
        String text = "a".repeat(1_000_000);
        assertThat(Glob.of("a*".repeat(30) + "b").matches(text)).isFalse();
        assertThat(Glob.of("*" + "a".repeat(63) + "b*").matches(text)).isFalse();
        assertThat(Glob.of("*" + "a?".repeat(32) + "*").matches(text)).isTrue();
    }

    @Test
    void piecesAreAtMostSixtyFourCharactersLong() {
        assertThat(Glob.of("a".repeat(64) + "*").matches("a".repeat(64))).isTrue();
        assertThatThrownBy(() -> Glob.of("a".repeat(65))).hasMessageContaining("more than 64");
        assertThatThrownBy(() -> Glob.of("a\\")).hasMessageContaining("lone backslash");
    }
}
