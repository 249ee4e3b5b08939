package io.github.saleskit.core.criteria;

/** What is asked of a text. */
public enum TextTest {
    /**
     * The other text occurs in it; of a set: is one of its members. Linear in the text, unless the other is a field and
     * long.
     */
    CONTAINS("contains", "contains"),
    /** It begins with the other text. */
    STARTS_WITH("starts with", "startsWith"),
    /** It ends with the other text. */
    ENDS_WITH("ends with", "endsWith"),
    /**
     * All of it fits a glob: {@code *} stands for any run of characters, {@code ?} for one character, and a backslash
     * takes the meaning from the next character.
     */
    LIKE("like", "like");

    private final String words;
    private final String property;

    TextTest(String words, String property) {
        this.words = words;
        this.property = property;
    }

    /** As the text form writes it. */
    public String words() {
        return words;
    }

    String property() {
        return property;
    }
}
