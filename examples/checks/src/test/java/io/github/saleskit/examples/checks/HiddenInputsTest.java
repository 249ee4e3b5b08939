package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time, zone, locale and chance are arguments; files, network, console and threads are the host's. */
class HiddenInputsTest {

    private static final Set<String> FORBIDDEN_METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.Math.random",
            "java.lang.Thread.start",
            "java.lang.Thread.sleep",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle(java.util.List)",
            "java.util.random.RandomGenerator.getDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.util.ResourceBundle.getBundle(java.lang.String)",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.concurrent.CompletableFuture.supplyAsync(java.util.function.Supplier)",
            "java.util.concurrent.CompletableFuture.runAsync(java.lang.Runnable)");

    /** Whichever class declares them, these share work with the threads of the host's common pool. */
    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("parallel", "parallelStream", "parallelSort", "parallelPrefix", "parallelSetAll");

    /** Without an argument these read the default locale, character set or clock, or an unseeded source. */
    private static final Set<String> FORBIDDEN_WITHOUT_ARGUMENTS = Set.of(
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.lang.String.getBytes",
            "java.text.NumberFormat.getInstance",
            "java.text.Collator.getInstance",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.util.Date.<init>");

    private static final Set<String> FORBIDDEN_OWNERS = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.nio.file.Files",
            "java.net.URL",
            "java.net.Socket",
            "java.time.Clock",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.security.SecureRandom",
            "java.sql.DriverManager");

    @Test
    void nothingIsReadThatTheCallerDidNotPass() {
        List<String> found = new ArrayList<>();
        for (JavaClass type : House.CLASSES) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isForbidden(access)) {
                    found.add(access.getDescription());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = owner + "." + access.getTarget().getName();
        String signature = access.getTarget().getFullName();
        boolean withoutArguments = signature.endsWith("()");
        return FORBIDDEN_OWNERS.contains(owner)
                || (owner.startsWith("java.util.")
                        && FORBIDDEN_NAMES.contains(access.getTarget().getName()))
                || FORBIDDEN_METHODS.contains(name)
                || FORBIDDEN_METHODS.contains(signature)
                || (withoutArguments && FORBIDDEN_WITHOUT_ARGUMENTS.contains(name))
                || (owner.startsWith("java.time.") && name.endsWith(".now"))
                || name.equals("java.lang.System.out")
                || name.equals("java.lang.System.err")
                || (name.equals("java.lang.String.format") && !signature.contains("java.util.Locale"))
                || name.equals("java.lang.String.formatted");
    }
}
