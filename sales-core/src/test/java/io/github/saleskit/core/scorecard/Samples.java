package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.FieldSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Leads and scorecards that several tests use. */
final class Samples {

    record Prospect(
            String id,
            @Nullable String industry,
            double visits,
            boolean optedIn,
            List<String> tags,
            @Nullable LocalDate founded,
            @Nullable Money budget) {}

    static final FieldSet<Prospect> FIELDS = FieldSet.of(Prospect.class)
            .id(Prospect::id)
            .text("industry", Prospect::industry)
            .number("visits", Prospect::visits)
            .flag("optedIn", Prospect::optedIn)
            .set("tags", Prospect::tags)
            .date("founded", Prospect::founded)
            .money("budget", Prospect::budget)
            .build();

    private static final List<String> INDUSTRIES = List.of("Energy", "Finance", "Retail", "Software");

    private Samples() {}

    /** A scorecard written by hand; all its figures are multiples of 1/8. */
    static Scorecard card() {
        return Scorecard.builder()
                .name("by hand")
                .won(200)
                .lost(600)
                .intercept(-1)
                .addNumbers(new NumberTerm(
                        "visits",
                        FieldPart.VALUE,
                        List.of(1.0, 5.0),
                        List.of(-.5, .25, 1.0),
                        -.25,
                        List.of(10, 400, 300, 90)))
                .addCategories(new CategoryTerm(
                        "industry",
                        FieldPart.VALUE,
                        List.of("Finance", "Software"),
                        List.of(-.125, .75),
                        0,
                        -.5,
                        List.of(0, 300, 300, 200)))
                .addSets(new SetTerm(
                        "tags", List.of("hot", "partner"), List.of(1.0, .5), -.25, .125, List.of(500, 100, 250)))
                .addPairs(new PairTerm(
                        new PairSide("visits", FieldPart.VALUE, List.of(5.0), List.of()),
                        new PairSide("industry", FieldPart.VALUE, List.of(), List.of(List.of("Software"))),
                        List.of(List.of(0.0, 0.0, 0.0), List.of(0.0, -.125, 0.0), List.of(0.0, .5, -.25))))
                .points(PointsScale.base(600).doubling(20))
                .build();
    }

    static Prospect prospect(@Nullable String industry, double visits, String... tags) {
        return new Prospect("p", industry, visits, true, List.of(tags), null, null);
    }

    /** Leads whose log-odds are known: -1.5, 1.5 for software, .4 a visit up to five, 1 for the tag hot. */
    static List<KnownOutcome<Prospect>> history(int size, long seed, boolean dated) {
        Random random = new Random(seed);
        List<KnownOutcome<Prospect>> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Prospect prospect = random(random, i);
            boolean won = random.nextDouble() < 1 / (1 + Math.exp(-logOdds(prospect)));
            history.add(new KnownOutcome<>(
                    prospect, won, dated ? Optional.of(Instant.ofEpochSecond(86_400L * i)) : Optional.empty()));
        }
        return history;
    }

    static double logOdds(Prospect prospect) {
        return -1.5
                + ("Software".equals(prospect.industry()) ? 1.5 : 0)
                + (Double.isNaN(prospect.visits()) ? 0 : .4 * Math.min(5, prospect.visits()))
                + (prospect.tags().contains("hot") ? 1 : 0);
    }

    private static Prospect random(Random random, int i) {
        return new Prospect(
                "p" + i,
                random.nextInt(10) == 0 ? null : INDUSTRIES.get(random.nextInt(4)),
                random.nextInt(20) == 0 ? Double.NaN : random.nextInt(8),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? List.of("hot", "new") : random.nextBoolean() ? List.of("new") : List.of(),
                LocalDate.ofEpochDay(random.nextInt(10_000)),
                Money.ofMinor(random.nextBoolean() ? CurrencyUnit.EUR : CurrencyUnit.JPY, random.nextInt(100_000)));
    }
}
