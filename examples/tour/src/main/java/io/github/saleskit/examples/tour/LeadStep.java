package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.lead.LeadStatusType;
import io.github.saleskit.core.scoring.LeadScore;
import io.github.saleskit.core.scoring.LeadScorer;
import io.github.saleskit.examples.tour.TourTables.Activity;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.Columns;
import io.github.saleskit.examples.tour.chart.Columns.Column;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores and grades the leads. */
final class LeadStep implements TourStep {

    private static final String NO_GRADE = "none";
    private static final String NO_BREAK = "\u00a0";
    private static final int BEST = 10;

    private List<Scored> scored = List.of();

    @Override
    public String name() {
        return "Leads";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.LEADS);
    }

    /** A lead and its score. */
    record Scored(Prospect prospect, LeadScore score) {}

    /** The leads with their scores, the best first. */
    private static List<Scored> score(TourData data, ProgressListener progress) {
        LeadScorer<Prospect, Activity> scorer = LeadScorer.compile(data.scoring(), Prospect.FIELDS, Prospect.ACTIVITY);
        List<Scored> scored = new ArrayList<>();
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), progress);
        meter.phase("scoring", data.prospects().size());
        for (Prospect prospect : data.prospects()) {
            LeadScore score = scorer.score(prospect, prospect.engagement(), data.now());
            scored.add(new Scored(prospect.withGrade(score.grade().orElse("")), score));
            meter.spend(1);
        }
        scored.sort(Comparator.comparing((Scored each) -> each.score().points().negate())
                .thenComparing(each -> each.prospect().lead().id()));
        return scored;
    }

    /**
     * The leads with their scores, the best first, for one step after this; they are not kept, for they may be a
     * million.
     */
    List<Scored> takeScored() {
        List<Scored> taken = scored;
        scored = List.of();
        return taken;
    }

    @Override
    public List<InputFile> uses() {
        return List.of(InputFile.SCORING);
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        scored = score(data, progress);
        Map<String, List<Scored>> byGrade = byGrade(data, scored);
        String grades = byGrade.entrySet().stream()
                .map(grade -> grade.getKey() + " " + grade.getValue().size())
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("%d scored: %s".formatted(scored.size(), grades));
        scored.stream().limit(1).forEach(best -> lines.add("best: " + describe(best)));
        return new StepResult(lines, section(scored, byGrade));
    }

    private static Map<String, List<Scored>> byGrade(TourData data, List<Scored> scored) {
        Map<String, List<Scored>> byGrade = new LinkedHashMap<>();
        data.scoring().gradeNames().forEach(name -> byGrade.put(name, new ArrayList<>()));
        scored.forEach(each -> byGrade.computeIfAbsent(each.score().grade().orElse(NO_GRADE), name -> new ArrayList<>())
                .add(each));
        return byGrade;
    }

    private static String describe(Scored scored) {
        return "%s, %s points%s"
                .formatted(
                        scored.prospect().label(),
                        tenths(scored.score().points()).toPlainString(),
                        why(scored.score(), 3));
    }

    /** The rules that gave most, in a few words. */
    private static String why(LeadScore score, int most) {
        String rules = score.contributions().stream()
                .filter(each -> each.rule().isPresent() && each.limit().isEmpty())
                .sorted(Comparator.comparing(each -> each.points().abs().negate()))
                .limit(most)
                .map(each -> each.rule().orElse("") + " " + signed(each.points()))
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? "" : ": " + rules;
    }

    private static String signed(BigDecimal points) {
        BigDecimal tenths = tenths(points);
        return (tenths.signum() > 0 ? "+" : "") + tenths.toPlainString();
    }

    private static BigDecimal tenths(BigDecimal points) {
        return points.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private static Section section(List<Scored> scored, Map<String, List<Scored>> byGrade) {
        String top = byGrade.keySet().stream().findFirst().orElse(NO_GRADE);
        int best = byGrade.getOrDefault(top, List.of()).size();
        return new Section(
                "leads",
                "Leads, scored and graded",
                best + " of " + scored.size(),
                "leads with grade " + top,
                "Who the lead is and what it did give the grade; what was done long ago counts less, and every "
                        + "point has its rule.",
                List.of(chart(byGrade)),
                List.of(bestTable(scored)));
    }

    private static Columns chart(Map<String, List<Scored>> byGrade) {
        boolean outcomes = byGrade.values().stream()
                .flatMap(List::stream)
                .anyMatch(each -> each.prospect().status() == LeadStatusType.CONVERTED);
        List<Column> columns = byGrade.entrySet().stream()
                .map(grade -> new Column(
                        grade.getKey(),
                        grade.getValue().size(),
                        Amounts.grouped(grade.getValue().size()),
                        outcomes ? converted(grade.getValue()) : "",
                        "bar"))
                .toList();
        String description = byGrade.entrySet().stream()
                .map(grade -> grade.getKey() + ": " + grade.getValue().size())
                .collect(Collectors.joining(", ", "Leads by grade. ", "."));
        return new Columns("Leads by grade", description, columns);
    }

    private static String converted(List<Scored> leads) {
        long converted = leads.stream()
                .filter(each -> each.prospect().status() == LeadStatusType.CONVERTED)
                .count();
        return leads.isEmpty() ? "" : Amounts.percent(converted / (double) leads.size()) + " converted";
    }

    private static Table bestTable(List<Scored> scored) {
        List<List<String>> rows = scored.stream()
                .limit(BEST)
                .map(each -> List.of(
                        each.prospect().label(),
                        each.prospect().lead().company().orElse("–"),
                        each.score().grade().orElse(NO_GRADE),
                        tenths(each.score().points()).toPlainString(),
                        why(each.score(), 4).replaceFirst("^: ", "").replaceAll(" (?=[-+])", NO_BREAK)))
                .toList();
        return new Table(
                "The best " + rows.size(), List.of("Lead", "Company", "Grade", "Points", "Why"), rows, Set.of(3));
    }
}
