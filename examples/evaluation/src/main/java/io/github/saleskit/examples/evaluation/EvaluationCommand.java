package io.github.saleskit.examples.evaluation;

/**
 * One command of the evaluation program; its options are fields annotated for picocli.
 *
 * <p>It reads its files, does the work inside {@link Run#measure}, writes its answers and puts what the last line
 * should say into the run.
 */
interface EvaluationCommand {

    /**
     * Runs the command.
     *
     * @throws io.github.saleskit.examples.files.BadInputException when files cannot be used
     * @throws IllegalArgumentException when the options cannot be used
     */
    void run(Run run);
}
