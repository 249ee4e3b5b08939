package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.files.CsvRecord.Field;
import io.github.saleskit.examples.files.TableForm.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a form in the first line of a file and reports what is missing, misspelt or there twice. */
final class HeaderCheck {

    private final String file;
    private final TableForm form;
    private final TableMapping mapping;
    private final FileProblems problems;

    HeaderCheck(String file, TableForm form, TableMapping mapping, FileProblems problems) {
        this.file = file;
        this.form = form;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The header, or null when it has problems. */
    @Nullable
    TableHeader check(CsvRecord first) {
        int before = problems.count();
        Map<String, Integer> theirs = theirColumns(first);
        Map<String, Integer> ours = new LinkedHashMap<>();
        for (String name : form.columns().keySet()) {
            Integer index = theirs.get(theirName(name));
            if (index != null) {
                ours.put(name, index);
            }
        }
        List<Field> spare = first.fields().stream()
                .filter(field -> !field.text().isBlank())
                .filter(field -> !ours.containsValue(theirs.get(field.text().strip())))
                .toList();
        checkMapping();
        List<Column> absent = form.columns().values().stream()
                .filter(column -> !ours.containsKey(column.name()))
                .filter(column -> !mapping.constants().containsKey(column.name()))
                .toList();
        reportAbsent(absent, spare);
        List<String> unused = spare.stream().map(field -> field.text().strip()).toList();
        return problems.count() == before ? new TableHeader(file, mapping, ours, unused) : null;
    }

    private String theirName(String name) {
        return mapping.columns().getOrDefault(name, name);
    }

    private Map<String, Integer> theirColumns(CsvRecord first) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < first.fields().size(); i++) {
            Field field = first.fields().get(i);
            String name = field.text().strip();
            if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
                report(field, "column.duplicate", name, "there are two columns \"" + name + "\"", null);
            }
        }
        return columns;
    }

    private void checkMapping() {
        List.of(mapping.columns(), mapping.constants(), mapping.defaults(), mapping.values()).stream()
                .flatMap(part -> part.keySet().stream())
                .filter(name -> !form.columns().containsKey(name))
                .distinct()
                .forEach(name -> problems.report(
                        file,
                        0,
                        0,
                        "mapping.column",
                        name,
                        "the mapping names our column \"" + name + "\", which " + form.name() + " do not have",
                        Problems.suggest(name, form.columns().keySet())));
    }

    private void reportAbsent(List<Column> absent, List<Field> spare) {
        Map<String, Field> misspelt = misspelt(absent, spare);
        for (Column column : absent) {
            String name = column.name();
            Field field = misspelt.get(name);
            if (field != null) {
                String text = field.text().strip();
                String message = "there is no column \"" + text + "\" in " + form.name();
                report(field, "column.unknown", text, message, "Maybe \"" + name + "\"?");
            } else if (column.required() || mapping.columns().containsKey(name)) {
                List<String> candidates = spare.stream().map(Field::text).toList();
                String message = "the column \"" + theirName(name) + "\" is missing";
                String advice = Problems.suggest(theirName(name), candidates);
                problems.report(file, 1, 1, "column.missing", theirName(name), message, advice);
            }
        }
    }

    /** By the name of an absent column the spare one that is close to it. */
    private Map<String, Field> misspelt(List<Column> absent, List<Field> spare) {
        List<String> names = absent.stream()
                .map(Column::name)
                .filter(name -> !mapping.columns().containsKey(name))
                .toList();
        Map<String, Field> misspelt = new LinkedHashMap<>();
        for (Field field : spare) {
            String advice = Problems.suggest(field.text().strip(), names);
            names.stream()
                    .filter(name -> ("Maybe \"" + name + "\"?").equals(advice))
                    .forEach(name -> misspelt.putIfAbsent(name, field));
        }
        return misspelt;
    }

    private void report(Field place, String code, String value, String message, @Nullable String advice) {
        problems.report(file, place.line(), place.column(), code, value, message, advice);
    }
}
