package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.json.MoneyMixIns;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file whose every value knows its line and column.
 *
 * <pre>{@code
 * JsonDocument file = JsonDocument.read(path);
 * ScoringModel model = file.as(ScoringModel.class);
 * // problems get line and column
 * LeadScorer<Lead, Void> scorer = file.check(() -> LeadScorer.compile(model, FIELDS));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class JsonDocument {

    private static final int DEEPEST = 200;
    private static final Pattern UNKNOWN_PROPERTY = Pattern.compile("there is no property \"([^\"]+)\"");
    private static final JsonMapper MAPPER = mapper();

    private final String file;
    private final String text;
    private final Map<String, TokenStreamLocation> places;

    private JsonDocument(String file, String text, Map<String, TokenStreamLocation> places) {
        this.file = file;
        this.text = text;
        this.places = places;
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        MoneyMixIns.ALL.forEach(builder::addMixIn);
        return builder.build();
    }

    /**
     * Reads a file, gzipped or not.
     *
     * @throws BadInputException with line and column of the first syntax error or repeated key
     */
    public static JsonDocument read(Path path) {
        try (Reader in = InputText.open(path)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8_192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return parse(path.toString(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /**
     * A document from its text.
     *
     * @param file how problems name it
     * @throws BadInputException with line and column of the first syntax error or repeated key
     */
    public static JsonDocument parse(String file, String text) {
        if (text.isBlank()) {
            throw BadInputException.ofFile(file, "file.empty", "the file is empty, expected a JSON document");
        }
        Map<String, TokenStreamLocation> places = new HashMap<>();
        JsonParser tokens = MAPPER.createParser(new StringReader(text));
        try (tokens) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    places.put(tokens.streamReadContext().pathAsPointer().toString(), tokens.currentTokenLocation());
                }
            }
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation() == null ? tokens.currentLocation() : e.getLocation();
            throw new BadInputException(List.of(at(file, place, syntax(e))));
        }
        return new JsonDocument(file, text, places);
    }

    private static Problem syntax(JacksonException e) {
        return new Problem("", "json.syntax", null, firstLine(e.getOriginalMessage()), null);
    }

    /**
     * The document as a value.
     *
     * @throws BadInputException with the place of the first thing that does not fit
     */
    public <T> T as(Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw BadInputException.ofFile(file, "json.null", "the document is null");
            }
            return value;
        } catch (DatabindException e) {
            Problem problem = new Problem(pointer(e), "json.value", null, rootMessage(e), null);
            throw new BadInputException(List.of(nearest(problem, e.getLocation())));
        } catch (JacksonException e) {
            throw new BadInputException(List.of(at(file, e.getLocation(), syntax(e))));
        }
    }

    /** An unknown property stands where it is, a value too; what is wrong inside an object, where the parser was. */
    private FileProblem nearest(Problem problem, @Nullable TokenStreamLocation parser) {
        Matcher unknown = UNKNOWN_PROPERTY.matcher(problem.message());
        String property = problem.pointer() + "/" + (unknown.find() ? unknown.group(1) : "");
        TokenStreamLocation place = places.get(property);
        if (place != null) {
            return at(file, place, problem);
        }
        boolean insideObject = places.keySet().stream().anyMatch(key -> key.startsWith(problem.pointer() + "/"));
        return insideObject && parser != null ? at(file, parser, problem) : place(problem);
    }

    /** The message of our own check where there is one, else Jackson's. */
    private static String rootMessage(DatabindException e) {
        Throwable cause = e.getCause();
        String own = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return own != null ? own.replace('\n', ' ') : firstLine(e.getOriginalMessage());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String pointer(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName() != null ? step.getPropertyName() : Integer.toString(step.getIndex());
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /**
     * Runs a check of what was read here, usually {@code compile}, and gives its problems their places in the file.
     *
     * @throws BadInputException in place of a {@link DefinitionException}
     */
    public <T> T check(Supplier<T> check) {
        try {
            return check.get();
        } catch (DefinitionException e) {
            throw new BadInputException(e.problems().stream()
                    .limit(FileProblems.LIMIT)
                    .map(this::place)
                    .toList());
        }
    }

    /** The problem with its line and column; with those of the nearest enclosing value where its own is absent. */
    public FileProblem place(Problem problem) {
        String pointer = problem.pointer();
        while (!pointer.isEmpty() && !places.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return at(file, Optional.ofNullable(places.get(pointer)).orElse(TokenStreamLocation.NA), problem);
    }

    private static FileProblem at(String file, TokenStreamLocation place, Problem problem) {
        boolean known = place.getLineNr() > 0;
        return new FileProblem(file, known ? place.getLineNr() : 0, known ? place.getColumnNr() : 0, problem);
    }

    /** How problems name the file. */
    public String file() {
        return file;
    }
}
