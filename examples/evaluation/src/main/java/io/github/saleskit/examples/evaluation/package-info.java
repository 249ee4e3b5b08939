/**
 * The library on plain files: {@link io.github.saleskit.examples.evaluation.Evaluation} reads CSV and JSON, runs one
 * {@link io.github.saleskit.examples.evaluation.EvaluationCommand} and writes its answers, so that anyone can hold the
 * library against data of their own.
 *
 * <p>A further command is one class that implements {@code EvaluationCommand} and one line in
 * {@link io.github.saleskit.examples.evaluation.Evaluation}.
 */
@NullMarked
package io.github.saleskit.examples.evaluation;

import org.jspecify.annotations.NullMarked;
