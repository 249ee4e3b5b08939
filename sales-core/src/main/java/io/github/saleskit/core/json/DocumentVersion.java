package io.github.saleskit.core.json;

/** Checks the {@code version} that every document of this library carries. */
public final class DocumentVersion {

    private DocumentVersion() {}

    /**
     * Returns the version, if this release can read it.
     *
     * @param what the kind of document in the reader's words, such as {@code scoring model}
     * @param version as the document states it; 0 when it states none
     * @param newest the newest version this release knows
     * @throws IllegalArgumentException when the version is missing or unknown
     */
    public static int require(String what, int version, int newest) {
        if (version == 0) {
            throw new IllegalArgumentException(
                    "version of the " + what + " is missing.\nMaybe add \"version\": " + newest + "?");
        }
        if (version < 0 || version > newest) {
            throw new IllegalArgumentException(
                    "version of the " + what + " is " + version + ", but this release reads 1"
                            + (newest == 1 ? "" : " to " + newest)
                            + ".\nMaybe the document was written by a newer release?");
        }
        return version;
    }
}
