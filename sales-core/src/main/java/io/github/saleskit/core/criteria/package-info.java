/**
 * Conditions as data over the host's own records.
 *
 * <p>A {@link io.github.saleskit.core.criteria.FieldSet} says which {@link io.github.saleskit.core.criteria.Field}s a
 * host's type has. A {@link io.github.saleskit.core.criteria.Criterion} is a condition as pure data: built in code,
 * read from JSON or parsed from text, it compares {@link io.github.saleskit.core.criteria.Operand}s, among them
 * constant {@link io.github.saleskit.core.criteria.Value}s. {@link io.github.saleskit.core.criteria.Condition} is the
 * engine for one criterion and says by an {@link io.github.saleskit.core.criteria.Explanation} why a record matches or
 * not; {@link io.github.saleskit.core.criteria.CriteriaIndex} is the engine that finds which of thousands of criteria a
 * record matches.
 *
 * <pre>{@code
 * FieldSet<Prospect> fields = FieldSet.of(Prospect.class)
 *         .text("industry", Prospect::industry)
 *         .whole("employees", Prospect::employees)
 *         .build();
 * Criterion inTarget = field("industry").in("Software", "Finance").and(field("employees").atLeast(200));
 * Criterion.parse("industry in (\"Software\", \"Finance\") and employees >= 200").equals(inTarget);   // true
 * Condition.compile(inTarget, fields).matches(prospect, now);
 * }</pre>
 */
@NullMarked
package io.github.saleskit.core.criteria;

import org.jspecify.annotations.NullMarked;
