/**
 * The sales day: one run through all four modules on plain files.
 *
 * <p>{@link io.github.saleskit.examples.tour.SalesDay} is the program. It reads files in documented forms (see
 * README.md of this module), hands them to the engines step by step, prints a summary and writes the report.
 */
@NullMarked
package io.github.saleskit.examples.tour;

import org.jspecify.annotations.NullMarked;
