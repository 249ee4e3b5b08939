package io.github.saleskit.core.opportunity;

import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.lead.LeadProcess;
import io.github.saleskit.core.lead.LeadStatus;
import io.github.saleskit.core.lead.LeadStatusType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds whatever is wrong with a conversion plan. */
final class ConversionCheck {

    private static final Map<String, FieldKind> PLACES = places();

    private ConversionCheck() {}

    private static Map<String, FieldKind> places() {
        Map<String, FieldKind> places = new LinkedHashMap<>();
        add("account.", Account.FIELDS, Set.of("id"), places);
        add("contact.", Contact.FIELDS, Set.of("id", "account"), places);
        add("opportunity.", Opportunity.FIELDS, Set.of("id", "account", "stage", "createdAt"), places);
        return places;
    }

    private static <R> void add(String prefix, FieldSet<R> fields, Set<String> without, Map<String, FieldKind> places) {
        for (Field<R> field : fields.fields()) {
            if (!without.contains(field.name())) {
                places.put(prefix + field.name(), field.kind());
            }
        }
    }

    /** The places of each field of the lead. */
    static <T> Map<String, List<String>> check(
            ConversionPlan plan, LeadProcess leads, SalesProcess process, FieldSet<T> fields, Problems problems) {
        status(plan, leads, problems.at("status"));
        stage(plan, process, problems.at("stage"));
        Map<String, List<String>> places = new LinkedHashMap<>();
        Set<String> before = new HashSet<>();
        for (int i = 0; i < plan.mappings().size(); i++) {
            FieldMapping mapping = plan.mappings().get(i);
            mapping(mapping, fields, before, problems.at("mappings", i));
            places.computeIfAbsent(mapping.from(), from -> new ArrayList<>()).add(mapping.to());
        }
        return places;
    }

    private static void status(ConversionPlan plan, LeadProcess leads, Problems at) {
        Optional<LeadStatus> status = leads.status(plan.status());
        if (status.isEmpty()) {
            List<String> known = leads.statuses().stream().map(LeadStatus::id).toList();
            at.report(
                    "conversion.unknownStatus",
                    plan.status(),
                    "there is no status \"" + plan.status() + "\"",
                    Problems.suggest(plan.status(), known));
        } else if (status.get().type() != LeadStatusType.CONVERTED) {
            at.report(
                    "conversion.statusType",
                    plan.status(),
                    "a lead is converted into a status of the type CONVERTED, not "
                            + status.get().type());
        }
    }

    private static void stage(ConversionPlan plan, SalesProcess process, Problems at) {
        Optional<Stage> stage = process.stage(plan.stage());
        if (stage.isEmpty()) {
            List<String> known = process.stages().stream().map(Stage::id).toList();
            at.report(
                    "conversion.unknownStage",
                    plan.stage(),
                    "there is no stage \"" + plan.stage() + "\"",
                    Problems.suggest(plan.stage(), known));
        } else if (stage.get().type() != StageType.OPEN) {
            at.report("conversion.stageType", plan.stage(), "an opportunity begins in an open stage");
        }
    }

    private static <T> void mapping(FieldMapping mapping, FieldSet<T> fields, Set<String> before, Problems at) {
        Optional<Field<T>> field = fields.field(mapping.from(), at.at("from"));
        FieldKind kind = PLACES.get(mapping.to());
        if (kind == null) {
            at.at("to")
                    .report(
                            "conversion.unknownPlace",
                            mapping.to(),
                            "there is no place \"" + mapping.to() + "\"",
                            Problems.suggest(mapping.to(), PLACES.keySet()));
        } else if (!before.add(mapping.to())) {
            at.at("to").report("conversion.duplicatePlace", mapping.to(), "another field goes to this place");
        }
        if (field.isPresent() && kind != null && !fits(field.get(), kind)) {
            at.report(
                    "conversion.kind",
                    mapping.from(),
                    "a field of the kind " + field.get().kind() + " does not fit " + mapping.to()
                            + ", which is of the kind " + kind);
        }
    }

    private static boolean fits(Field<?> field, FieldKind kind) {
        return field.kind() == kind
                && (kind != FieldKind.EACH || field.elements().equals(Optional.of(Consent.FIELDS)));
    }
}
