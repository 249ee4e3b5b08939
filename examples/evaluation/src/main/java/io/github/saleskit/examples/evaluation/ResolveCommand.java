package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.examples.evaluation.Records.TableRecord;
import io.github.saleskit.examples.evaluation.RulesFile.Kind;
import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.files.JsonDocument;
import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.territory.geo.AreaIndex;
import io.github.saleskit.territory.geo.FeatureCollection;
import io.github.saleskit.territory.geo.GeoArea;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.rule.LayerOwner;
import io.github.saleskit.territory.rule.LostRule;
import io.github.saleskit.territory.rule.Ownership;
import io.github.saleskit.territory.rule.TerritoryResolver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds who owns each account of a table. */
@Command(
        name = "resolve",
        sortOptions = false,
        description = {
            "Finds which territory owns each account, by rules.",
            "The rules are JSON: {\"version\": 1, \"fields\": {\"employees\": \"whole\"}, \"territories\": "
                    + "[{\"id\": \"North\"}],",
            " \"rules\": [{\"id\": \"big\", \"territory\": \"North\", \"when\": {\"field\": \"employees\", "
                    + "\"atLeast\": 200}}]}.",
            "Accounts are any table with a column id. Writes account, owner, rule, overlaps (rules for other "
                    + "territories that",
            "only the order decided against), lost (all rules that lost) and overlays (layer=territory), each "
                    + "list with ;.",
            "With --areas, accounts have columns latitude and longitude, and rules may ask for the areas that "
                    + "an account is in:",
            " {\"field\": \"areas\", \"containsAny\": [\"Bavaria\"]}.",
            "An account without owner is a gap. Last line: accounts, owned, gaps, overlaps (accounts), seconds.",
            ""
        })
final class ResolveCommand implements EvaluationCommand {

    private static final int PORTION = 10_000;
    private static final String ID = "id";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final Map<String, Double> DEGREES = Map.of(LATITUDE, 90.0, LONGITUDE, 180.0);

    @Option(names = "--rules", required = true, paramLabel = "R.json", description = "The rules.")
    private Path rules = Path.of("");

    @Option(names = "--accounts", required = true, paramLabel = "A.csv", description = "The accounts.")
    private Path accounts = Path.of("");

    @Option(
            names = "--areas",
            paramLabel = "A.geojson",
            description = "Areas with ids, as a GeoJSON FeatureCollection.")
    private @Nullable Path areas;

    @Option(names = "--out", required = true, paramLabel = "owners.csv", description = "Who owns each account.")
    private Path out = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            defaultValue = "2026-01-01T00:00:00Z",
            description = "The moment asked about; 2026-01-01T00:00:00Z when not given.")
    private Instant asOf = Instant.EPOCH;

    private long total;
    private long owned;
    private long overlapping;

    @Override
    public void run(Run run) {
        JsonDocument document = JsonDocument.read(rules);
        TerritoryRulesFile file = document.as(TerritoryRulesFile.class);
        Map<String, Kind> kinds = new LinkedHashMap<>(file.fields());
        kinds.put(ID, Kind.TEXT);
        if (areas != null) {
            kinds.put(LATITUDE, Kind.NUMBER);
            kinds.put(LONGITUDE, Kind.NUMBER);
        }
        Records table = Records.of(accounts, kinds, areas == null ? Map.of() : DEGREES);
        FieldSet.Builder<TableRecord> columns = table.fields(ID);
        if (areas != null) {
            columns.set("areas", areasOf(areas, table));
        }
        FieldSet<TableRecord> fields = columns.build();
        TerritoryResolver<TableRecord> resolver = document.check(() -> TerritoryResolver.compile(file.model(), fields));
        try (TableWriter writer = new TableWriter(out, "account", "owner", "rule", "overlaps", "lost", "overlays")) {
            table.forEach(PORTION, portion -> {
                List<TableRecord> records = new ArrayList<>(portion);
                run.measure(() -> resolver.resolveAll(records, asOf)).forEach(owner -> write(writer, owner));
            });
            writer.complete();
        }
        run.answer("accounts", total);
        run.answer("owned", owned);
        run.answer("gaps", total - owned);
        run.answer("overlaps", overlapping);
    }

    /** The areas that an account is in; none where it has no coordinates. */
    private static Function<TableRecord, List<String>> areasOf(Path file, Records table) {
        FeatureCollection map = JsonDocument.read(file).as(FeatureCollection.class);
        AreaIndex index = AreaIndex.of(areas(file, map));
        ToDoubleFunction<TableRecord> latitude = table.numbers(LATITUDE);
        ToDoubleFunction<TableRecord> longitude = table.numbers(LONGITUDE);
        return account -> {
            double north = latitude.applyAsDouble(account);
            double east = longitude.applyAsDouble(account);
            return Double.isNaN(north) || Double.isNaN(east) ? List.of() : index.containing(GeoPoint.of(north, east));
        };
    }

    private static List<GeoArea> areas(Path file, FeatureCollection map) {
        try {
            return map.areas();
        } catch (IllegalArgumentException e) {
            throw BadInputException.ofFile(file.toString(), "area.id", String.valueOf(e.getMessage()));
        }
    }

    private void write(TableWriter writer, Ownership ownership) {
        total++;
        owned += ownership.territory().isPresent() ? 1 : 0;
        List<String> overlaps = ownership.lost().stream()
                .filter(LostRule::overlap)
                .map(LostRule::rule)
                .toList();
        overlapping += overlaps.isEmpty() ? 0 : 1;
        writer.row(
                ownership.account(),
                ownership.territory().orElse(""),
                ownership.owner().map(LayerOwner::rule).orElse(""),
                String.join(";", overlaps),
                ownership.lost().stream().map(LostRule::rule).collect(Collectors.joining(";")),
                ownership.owners().stream()
                        .filter(owner -> owner.layer().isPresent())
                        .map(owner -> owner.layer().orElse("") + "=" + owner.territory())
                        .collect(Collectors.joining(";")));
    }
}
