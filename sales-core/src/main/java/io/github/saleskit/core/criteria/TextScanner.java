package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes words, names, symbols, texts and numbers from the text form, and tells what was expected where. */
final class TextScanner {

    private static final String SYMBOLS = "<>=!";

    /** Symbols of programming languages and of SQL, each before what this language has for it. */
    private static final List<String> FOREIGN = List.of("==", "=", "&&", "and", "||", "or", "<>", "!=", "!==", "!=");

    private static final int LONGEST_NUMBER = 1_000;

    private final String text;
    private int at;

    TextScanner(String text) {
        this.text = text;
        if (text.length() > Limits.TEXT) {
            throw problem("text.tooLong", "is longer than " + Limits.TEXT + " characters", null);
        }
        skipBlanks();
    }

    boolean atEnd() {
        return at == text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) <= ' ' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
    }

    private void moveTo(int end) {
        at = end;
        skipBlanks();
    }

    /** The end of the plain name that begins here; here when there is none. */
    private int nameEnd() {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!(end == at ? FieldNames.plainStart(c) : FieldNames.plainPart(c))) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    boolean takeWord(String word) {
        if (!text.startsWith(word, at) || nameEnd() != at + word.length()) {
            return false;
        }
        moveTo(at + word.length());
        return true;
    }

    void requireWord(String word) {
        if (!takeWord(word)) {
            throw expected(word);
        }
    }

    /** Takes the symbol, unless it only begins a longer one. */
    boolean takeSymbol(String symbol) {
        int end = at + symbol.length();
        boolean comparing = SYMBOLS.indexOf(symbol.charAt(0)) >= 0;
        if (!text.startsWith(symbol, at)
                || (comparing && end < text.length() && SYMBOLS.indexOf(text.charAt(end)) >= 0)) {
            return false;
        }
        moveTo(end);
        return true;
    }

    void requireSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
    }

    String requireName(String what) {
        if (at < text.length() && text.charAt(at) == '`') {
            return quotedName();
        }
        int end = nameEnd();
        String name = text.substring(at, end);
        if (name.isEmpty()) {
            throw expected(what);
        }
        if (FieldNames.WORDS.contains(name)) {
            throw expected(
                    what,
                    "\"" + name + "\" is a word of the language; as a name it stands in backticks: `" + name + "`.");
        }
        return checkedName(name, end);
    }

    private String quotedName() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw expected("a name between backticks");
        }
        return checkedName(text.substring(at + 1, end), end + 1);
    }

    private String checkedName(String name, int end) {
        try {
            FieldNames.require(name);
        } catch (IllegalArgumentException e) {
            throw problem("text.notPossible", String.valueOf(e.getMessage()), null);
        }
        moveTo(end);
        return name;
    }

    Optional<String> takeText() {
        if (at >= text.length() || text.charAt(at) != '"') {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        for (; i < text.length() && text.charAt(i) != '"'; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                c = unescaped(text.charAt(++i));
            }
            value.append(c);
        }
        if (i >= text.length()) {
            throw problem("text.syntax", "a text is not closed", "Maybe a double quote is missing?");
        }
        moveTo(i + 1);
        return Optional.of(value.toString());
    }

    private char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default ->
                throw expected(
                        "a text",
                        "In a text, a backslash stands before \\, \", n, r or t; a backslash itself is \\\\.");
        };
    }

    Optional<String> takeNumber() {
        int end = numberEnd();
        if (end == at) {
            return Optional.empty();
        }
        if (end - at > LONGEST_NUMBER) {
            throw problem("text.syntax", "a number has more than " + LONGEST_NUMBER + " characters", null);
        }
        if (end < text.length() && (text.charAt(end) == '-' || FieldNames.plainPart(text.codePointAt(end)))) {
            throw expected("a number", "Dates, amounts and other texts stand in double quotes: \"2026-04-01\".");
        }
        String number = text.substring(at, end);
        moveTo(end);
        return Optional.of(number);
    }

    private int numberEnd() {
        int start = at < text.length() && text.charAt(at) == '-' ? at + 1 : at;
        int end = digitsEnd(start);
        if (end == start) {
            return at;
        }
        if (end < text.length() && text.charAt(end) == '.' && digitsEnd(end + 1) > end + 1) {
            end = digitsEnd(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
            int exponent = end + 1 + sign;
            int exponentEnd = digitsEnd(exponent);
            if (exponentEnd > exponent && exponentEnd - exponent < 10) {
                return exponentEnd;
            }
        }
        return end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    int requireAmount() {
        int end = digitsEnd(at);
        if (end == at || end - at > 9) {
            throw expected("a whole number of minutes, hours, days, ...");
        }
        int amount = Integer.parseInt(text, at, end, 10);
        moveTo(end);
        return amount;
    }

    RelativeUnit requireUnit() {
        for (RelativeUnit unit : RelativeUnit.values()) {
            if (takeUnit(unit)) {
                return unit;
            }
        }
        throw expected(
                "a unit of time",
                Stream.of(RelativeUnit.values()).map(RelativeUnit::words).toList());
    }

    private boolean takeUnit(RelativeUnit unit) {
        if (unit != RelativeUnit.BUSINESS_DAYS) {
            return takeWord(unit.words())
                    || takeWord(unit.words().substring(0, unit.words().length() - 1));
        }
        if (!takeWord("business")) {
            return false;
        }
        if (!takeWord("days")) {
            requireWord("day");
        }
        return true;
    }

    DefinitionException expected(String what) {
        return expected(what, (String) null);
    }

    DefinitionException expected(String what, List<String> known) {
        String found = text.substring(at, nameEnd());
        String ours = symbolAdvice();
        if (ours != null) {
            return expected(what, ours);
        }
        return expected(what, found.isEmpty() ? "Known: " + String.join(", ", known) + "." : suggest(found, known));
    }

    private static @Nullable String suggest(String found, List<String> known) {
        String advice = Problems.suggest(found, known);
        return advice == null ? "Known: " + String.join(", ", known) + "." : advice;
    }

    DefinitionException expected(String what, @Nullable String advice) {
        return problem("text.syntax", "expected " + what + ", found " + found(), advice == null ? advice() : advice);
    }

    private @Nullable String advice() {
        if (at < text.length() && "'\u201c\u201d\u2018\u2019".indexOf(text.charAt(at)) >= 0) {
            return "Texts stand in straight double quotes: \"Software\".";
        }
        String ours = symbolAdvice();
        if (ours != null) {
            return ours;
        }
        String lower = text.substring(at, nameEnd()).toLowerCase(Locale.ROOT);
        return FieldNames.WORDS.contains(lower)
                ? "Maybe \"" + lower + "\"? The words of the language are in lower case."
                : null;
    }

    /** What the language has for the symbol of another one that stands here. */
    private @Nullable String symbolAdvice() {
        if (text.startsWith("!", at) && !text.startsWith("!=", at)) {
            return "Maybe \"not\"?";
        }
        for (int i = 0; i < FOREIGN.size(); i += 2) {
            if (text.startsWith(FOREIGN.get(i), at)) {
                return "Maybe \"" + FOREIGN.get(i + 1) + "\"?";
            }
        }
        return null;
    }

    private String found() {
        if (atEnd()) {
            return "the end";
        }
        int end = Math.max(nameEnd(), at + Character.charCount(text.codePointAt(at)));
        return "\"" + text.substring(at, Math.min(end, at + 40)) + "\"";
    }

    /** A problem at this place. */
    DefinitionException problem(String code, String message, @Nullable String advice) {
        String excerpt = text.substring(Math.min(at, text.length()), Math.min(at + 40, text.length()));
        Problem problem = new Problem("", code, excerpt, "at character " + (at + 1) + ": " + message, advice);
        return new DefinitionException("criterion " + TextWriter.quote(shortened()), Arrays.asList(problem));
    }

    private String shortened() {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
