package io.github.saleskit.examples.files;

import java.io.IOException;
import java.io.Reader;

/** Tells by the first line what separates the fields of a table. */
final class Delimiter {

    private static final int LONGEST_HEADER = 8_192;

    private Delimiter() {}

    /** Comma, semicolon or tab, whichever the first line has most of; the reader stands where it stood. */
    static char guess(Reader in) throws IOException {
        in.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = in.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            commas += c == ',' && !quoted ? 1 : 0;
            semicolons += c == ';' && !quoted ? 1 : 0;
            tabs += c == '\t' && !quoted ? 1 : 0;
        }
        in.reset();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
