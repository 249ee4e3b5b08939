package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.examples.files.BadInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evaluation program: {@code java -jar examples/evaluation/target/evaluation.jar COMMAND ...}.
 *
 * <p>The last line on stdout is one JSON object; progress is on stderr; the exit code is 2, with a clear line, for a
 * user's mistake, and 1 when the program itself fails.
 */
@Command(
        name = "evaluation",
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs the library on plain files; each command says by --help what it reads and writes.",
        footer = {
            "",
            "CSV has a header; .gz is read as it is. The last line on stdout is one JSON object with the",
            "keys the command names and seconds: wall time of the work without reading and writing files."
        })
public final class Evaluation {

    /** Every command, in the order of the help. */
    private static final List<Supplier<EvaluationCommand>> COMMANDS = List.of(
            CriteriaCommand::new,
            RecurrenceCommand::new,
            CalendarCommand::new,
            StaffingCommand::new,
            MatchCommand::new,
            FairnessCommand::new,
            PriceCommand::new,
            PricingBenchCommand::new,
            ScoreCommand::new,
            ForecastCommand::new,
            AccuracyCommand::new,
            ReconcileCommand::new,
            TerritoryCommand::new,
            DistrictsCommand::new,
            RealignCommand::new,
            TerritoryBenchCommand::new,
            ResolveCommand::new);

    private static final int USER_MISTAKE = 2;
    private static final int FAILURE = 1;

    /** Read by picocli. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help and end.")
    private boolean help;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Ask long work to stop after so many seconds and give its best answer so far.")
    private @Nullable Double seconds;

    private final PrintStream out;
    private final PrintStream err;

    Evaluation(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new Evaluation(out, err).run(args));
    }

    /** Runs the command; returns the exit code. */
    int run(String... args) {
        CommandLine line = new CommandLine(this);
        COMMANDS.forEach(command -> line.addSubcommand(command.get()));
        line.addSubcommand(new QuoteCommand(out));
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((e, unused) -> mistake(message(e)))
                .execute(args);
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!parsed.hasSubcommand()) {
            return mistake("no command given; --help lists the commands");
        }
        if (seconds != null && !(seconds > 0)) {
            return mistake("--seconds is " + seconds + ", but must be more than 0");
        }
        return execute((EvaluationCommand) parsed.subcommand().commandSpec().userObject(), new Run(err, seconds));
    }

    private int execute(EvaluationCommand command, Run run) {
        try {
            command.run(run);
        } catch (BadInputException e) {
            err.println(e.getMessage());
            return USER_MISTAKE;
        } catch (IllegalArgumentException | DefinitionException e) {
            return mistake(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            e.printStackTrace(err);
            return FAILURE;
        }
        out.println(JsonMapper.shared().writeValueAsString(run.answers()));
        return 0;
    }

    private static String message(ParameterException e) {
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return e.getMessage() + (suggestions.isEmpty() ? "" : ". Maybe " + String.join(" or ", suggestions) + "?");
    }

    private int mistake(String message) {
        err.println("evaluation: " + message.replace('\n', ' '));
        return USER_MISTAKE;
    }
}
