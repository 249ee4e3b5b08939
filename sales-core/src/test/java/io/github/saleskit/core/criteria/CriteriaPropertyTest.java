package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.JsonLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class CriteriaPropertyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Property(tries = 300)
    void conditionsMatchAsTheNaiveInterpreterSays(@ForAll long seed) {
        Samples samples = new Samples(seed);
        Criterion criterion = samples.compilable(3);
        Condition<Prospect> condition =
                Condition.compile(criterion, Prospect.FIELDS).inZone(BERLIN);
        Naive naive = new Naive(Samples.NOW, BERLIN);
        for (int i = 0; i < 20; i++) {
            Prospect prospect = samples.prospect();
            boolean expected = naive.matches(criterion, prospect);
            assertThat(condition.matches(prospect, Samples.NOW))
                    .as("%s of %s", criterion, prospect)
                    .isEqualTo(expected);
            Explanation explanation = condition.explain(prospect, Samples.NOW);
            assertThat(explanation.matched()).isEqualTo(expected);
            assertThat(explanation.reasons()).hasSize(1);
        }
    }

    @Property(tries = 60)
    void theIndexFindsWhatTheConditionsMatch(@ForAll long seed) {
        Samples samples = new Samples(seed);
        Random random = new Random(seed);
        List<Condition<Prospect>> conditions = new ArrayList<>();
        int size = random.nextInt(150);
        for (int i = 0; i < size; i++) {
            Criterion criterion = new Criterion.All(List.of(samples.compilable(3), samples.compilable(3)));
            conditions.add(
                    Condition.compile(random.nextInt(3) == 0 ? samples.compilable(3) : criterion, Prospect.FIELDS)
                            .inZone(random.nextInt(5) == 0 ? ZoneId.of("Asia/Tokyo") : BERLIN));
        }
        CriteriaIndex<Prospect> index = CriteriaIndex.of(conditions);
        CriteriaMatches matches = index.newMatches();
        for (int i = 0; i < 20; i++) {
            Prospect prospect = samples.prospect();
            index.find(prospect, Samples.NOW, matches);
            int count = 0;
            for (int c = 0; c < size; c++) {
                boolean expected = conditions.get(c).matches(prospect, Samples.NOW);
                assertThat(matches.contains(c))
                        .as("%s of %s", conditions.get(c), prospect)
                        .isEqualTo(expected);
                count += expected ? 1 : 0;
            }
            assertThat(matches.count())
                    .isEqualTo(count)
                    .isEqualTo(matches.toBitSet().cardinality());
            assertThat(positions(matches))
                    .containsExactlyElementsOf(
                            matches.toBitSet().stream().boxed().toList());
        }
    }

    @Tag("long")
    @Property(tries = 1_000)
    void manyConditionsAndIndexesDoSo(@ForAll long seed) {
        conditionsMatchAsTheNaiveInterpreterSays(seed);
        theIndexFindsWhatTheConditionsMatch(seed);
    }

    private static List<Integer> positions(CriteriaMatches matches) {
        List<Integer> positions = new ArrayList<>();
        for (int i = matches.next(0); i >= 0; i = matches.next(i + 1)) {
            positions.add(i);
        }
        return positions;
    }

    @Property(tries = 1_000)
    void theTextFormRoundTrips(@ForAll long seed) {
        Criterion criterion = new Samples(seed).criterion(6);
        assertThat(Criterion.parse(criterion.toString())).isEqualTo(criterion);
    }

    @Property(tries = 200)
    void jsonRoundTrips(@ForAll long seed) {
        JsonLine.assertRoundTrip(new Samples(seed).criterion(6), Criterion.class);
    }
}
