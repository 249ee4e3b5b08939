package io.github.saleskit.examples.tour;

import io.github.saleskit.core.assignment.Assigner;
import io.github.saleskit.core.assignment.Assignment;
import io.github.saleskit.core.assignment.AssignmentState;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.examples.tour.LeadStep.Scored;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the open leads to the reps, the best leads first. */
final class AssignmentStep implements TourStep {

    private static final int LISTED = 12;

    private final LeadStep leads;

    /** The step after that which scores the leads. */
    AssignmentStep(LeadStep leads) {
        this.leads = leads;
    }

    @Override
    public String name() {
        return "Assignment";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.LEADS);
    }

    /**
     * A lead and who got it; the whole assignment of each of many leads would fill the memory.
     *
     * @param why empty unless it is shown
     */
    private record Given(Scored lead, Optional<String> assignee, String why) {}

    @Override
    public List<InputFile> uses() {
        return List.of(InputFile.SCORING, InputFile.ASSIGNMENT, InputFile.REPS);
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        List<Scored> open = leads.takeScored().stream()
                .filter(each -> each.prospect().status().open())
                .toList();
        Assigner<Prospect, SalesRep> assigner = Assigner.compile(data.assignment(), Prospect.FIELDS, SalesRep.FIELDS);
        Collection<SalesRep> reps = assigner.prepared(data.reps());
        AssignmentState state = AssignmentState.start();
        List<Given> given = new ArrayList<>();
        boolean refused = false;
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), progress);
        meter.phase("assigning", open.size());
        for (Scored lead : open) {
            Assignment assignment = assigner.assign(state, lead.prospect(), reps, data.now());
            // Nobody serves the queue today, and joining it takes time in proportion to its length.
            if (assignment.assignee().isPresent()) {
                state = assignment.nextState();
            }
            boolean firstRefused = assignment.assignee().isEmpty() && !refused;
            refused |= firstRefused;
            String why = given.size() < LISTED || firstRefused ? why(assignment) : "";
            given.add(new Given(lead, assignment.assignee(), why));
            meter.spend(1);
        }
        return new StepResult(lines(data, given), section(data, given));
    }

    private static long assigned(List<Given> given) {
        return given.stream().filter(each -> each.assignee().isPresent()).count();
    }

    private static List<String> lines(TourData data, List<Given> given) {
        List<String> lines = new ArrayList<>();
        lines.add(finding(given));
        lines.add(byRep(data, given).entrySet().stream()
                .map(rep -> rep.getKey().name() + " " + rep.getValue().size())
                .collect(Collectors.joining(", ")));
        given.stream().limit(1).forEach(each -> lines.add(each.lead().prospect().label() + ": " + each.why()));
        given.stream()
                .filter(each -> each.assignee().isEmpty())
                .limit(1)
                .filter(each -> given.get(0).assignee().isPresent())
                .forEach(each -> lines.add(each.lead().prospect().label() + ": " + each.why()));
        return lines;
    }

    private static String finding(List<Given> given) {
        long nobody = given.size() - assigned(given);
        return "%d of %d open leads assigned%s"
                .formatted(assigned(given), given.size(), nobody == 0 ? "" : ", " + nobody + " found nobody with room");
    }

    private static String why(Assignment assignment) {
        return assignment.reasons().stream()
                .map(reason -> reason.text(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }

    private static Map<SalesRep, List<Given>> byRep(TourData data, List<Given> given) {
        Map<String, List<Given>> byId = given.stream()
                .filter(each -> each.assignee().isPresent())
                .collect(Collectors.groupingBy(each -> each.assignee().get()));
        Map<SalesRep, List<Given>> byRep = new LinkedHashMap<>();
        data.reps().forEach(rep -> byRep.put(rep, byId.getOrDefault(rep.id(), List.of())));
        return byRep;
    }

    private static Section section(TourData data, List<Given> given) {
        return new Section(
                "assignment",
                "Leads, assigned",
                assigned(given) + " of " + given.size(),
                "open leads assigned",
                finding(given)
                        + ". Within a pool the turn goes round by weight, so that everybody is always close to "
                        + "a fair share.",
                List.of(),
                List.of(repTable(data, given), leadTable(given)));
    }

    private static Table repTable(TourData data, List<Given> given) {
        boolean limited = data.assignment().capacityField().isPresent();
        List<List<String>> rows = new ArrayList<>();
        byRep(data, given)
                .forEach((rep, leads) -> rows.add(List.of(
                        rep.name(),
                        Integer.toString(rep.weight()),
                        limited && rep.capacity().isPresent()
                                ? rep.capacity().get().toString()
                                : "–",
                        Integer.toString(leads.size()),
                        leads.stream()
                                .map(each -> each.lead().score().grade().orElse("–"))
                                .collect(Collectors.groupingBy(
                                        grade -> grade, java.util.TreeMap::new, Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(grade -> grade.getKey() + "\u00a0" + grade.getValue())
                                .collect(Collectors.joining(", ")))));
        return new Table(
                "Who got how many", List.of("Rep", "Weight", "Room for", "Got", "Grades"), rows, Set.of(1, 2, 3));
    }

    private static Table leadTable(List<Given> given) {
        List<List<String>> rows = given.stream()
                .limit(LISTED)
                .map(each -> List.of(
                        each.lead().prospect().label(),
                        each.lead().score().grade().orElse("–"),
                        each.why()))
                .toList();
        return new Table("Why, for the first " + rows.size(), List.of("Lead", "Grade", "Reason"), rows, Set.of());
    }
}
