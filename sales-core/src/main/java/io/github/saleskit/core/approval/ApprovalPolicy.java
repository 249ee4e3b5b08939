package io.github.saleskit.core.approval;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Who has to approve what, as data; all rules that hold ask at the same time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param rules in the order in which requests are listed
 */
public record ApprovalPolicy(@Required int version, List<ApprovalRule> rules) implements StrictDocument {
    public ApprovalPolicy {
        DocumentVersion.require("approval policy", version, 1);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** A policy of the newest version. */
    public static ApprovalPolicy of(List<ApprovalRule> rules) {
        return new ApprovalPolicy(1, rules);
    }
}
