package io.github.saleskit.core.scoring;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.FieldSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LeadScorerPropertyTest {

    private static final FieldSet<Integer> BITS = bits();

    /** A lead is a number; its fields are its eight bits. */
    private static FieldSet<Integer> bits() {
        FieldSet.Builder<Integer> fields = FieldSet.of(Integer.class).id(String::valueOf);
        for (int i = 0; i < 8; i++) {
            int bit = i;
            fields.flag("bit" + bit, lead -> (lead >> bit & 1) == 1);
        }
        return fields.build();
    }

    private static ScoringModel random(Random random) {
        List<RuleGroup> groups = new ArrayList<>();
        for (int g = 0; g < 1 + random.nextInt(3); g++) {
            List<ScoringRule> rules = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(5); r++) {
                int points = 1 + random.nextInt(40);
                rules.add(ScoringRule.of(
                        g + "." + r,
                        field("bit" + random.nextInt(8)).is(random.nextBoolean()),
                        random.nextBoolean() ? points : -points));
            }
            Optional<Integer> floor = random.nextBoolean() ? Optional.of(-random.nextInt(50)) : Optional.empty();
            Optional<Integer> cap = random.nextBoolean() ? Optional.of(random.nextInt(50)) : Optional.empty();
            groups.add(new RuleGroup("g" + g, floor, cap, rules));
        }
        return ScoringModel.builder()
                .name("random")
                .addAllGroups(groups)
                .addGrades(Grade.of("A", 40), Grade.of("B", 0))
                .build();
    }

    private static int byHand(ScoringModel model, int lead) {
        int total = 0;
        for (RuleGroup group : model.groups()) {
            int sum = 0;
            for (ScoringRule rule : group.rules()) {
                String text = rule.when().toString();
                int bit = text.charAt("bit".length()) - '0';
                sum += text.endsWith("true") == ((lead >> bit & 1) == 1) ? rule.points() : 0;
            }
            total += Math.max(group.floor().orElse(-9_999), Math.min(group.cap().orElse(9_999), sum));
        }
        return total;
    }

    @Property(tries = 300)
    void primitiveAndExplainedScoreAreWhatOneGetsByHand(@ForAll long seed) {
        ScoringModel model = random(new Random(seed));
        LeadScorer<Integer> scorer = LeadScorer.compile(model, BITS);
        for (int lead = 0; lead < 256; lead++) {
            int expected = byHand(model, lead);
            LeadScore score = scorer.score(lead, Instant.EPOCH);
            assertThat(scorer.points(lead, Instant.EPOCH)).isEqualTo(expected);
            assertThat(score.points()).isEqualTo(expected);
            assertThat(score.lead()).contains(String.valueOf(lead));
            assertThat(score.grade())
                    .isEqualTo(expected >= 40 ? Optional.of("A") : expected >= 0 ? Optional.of("B") : Optional.empty());
            assertThat(model.groups().stream()
                            .mapToInt(group -> score.pointsOf(group.id()))
                            .sum())
                    .isEqualTo(expected);
        }
    }
}
