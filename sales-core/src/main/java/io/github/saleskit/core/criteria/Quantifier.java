package io.github.saleskit.core.criteria;

/** How many, of several elements, have to match. */
public enum Quantifier {
    /** At least one. */
    ANY("any", "anyMatch"),
    /** Each one; true of no elements. */
    ALL("all", "allMatch"),
    /** Not one; true of no elements. */
    NONE("none", "noneMatch");

    private final String word;
    private final String property;

    Quantifier(String word, String property) {
        this.word = word;
        this.property = property;
    }

    /** As the text form writes it. */
    public String word() {
        return word;
    }

    String property() {
        return property;
    }
}
