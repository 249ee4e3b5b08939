/**
 * How the example programs read files, so that whoever made a file can mend it in one go.
 *
 * <p>A table is described by a {@link io.github.saleskit.examples.files.TableForm}: its columns, required and optional.
 * A {@link io.github.saleskit.examples.files.TableMapping}, itself a small JSON file, fits other people's tables into
 * that form. A {@link io.github.saleskit.examples.files.TableReader} streams the
 * {@link io.github.saleskit.examples.files.Row}s with typed access and collects
 * {@link io.github.saleskit.examples.files.FileProblem}s with file, line and column in
 * {@link io.github.saleskit.examples.files.FileProblems}. A {@link io.github.saleskit.examples.files.JsonDocument} does
 * the same for definitions. Nothing of a file with problems is used: a
 * {@link io.github.saleskit.examples.files.BadInputException} lists them all.
 */
@NullMarked
package io.github.saleskit.examples.files;

import org.jspecify.annotations.NullMarked;
