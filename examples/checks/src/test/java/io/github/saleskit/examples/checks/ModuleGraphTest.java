package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user's application gets onto its module path, and how much that weighs. */
class ModuleGraphTest {

    private static final long MEBIBYTE = 1 << 20;

    /** The entries of the class path that can stand on a module path. */
    private static final List<Path> NAMED_MODULES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .filter(ModuleGraphTest::isNamedModule)
            .toList();

    @Test
    void coreNeedsFiveMebibytesAtMostAndEachOtherModuleOneMore() {
        long core = bytes("core");
        assertThat(core).isLessThan(5 * MEBIBYTE);
        for (String module : House.MODULES) {
            assertThat(bytes(module)).as(module).isLessThan(core + MEBIBYTE);
        }
    }

    @Test
    void onlyNamedModulesAreNeeded() {
        for (String module : House.MODULES) {
            for (ResolvedModule needed : resolve(module).modules()) {
                assertThat(needed.reference().descriptor().isAutomatic())
                        .as(needed.name())
                        .isFalse();
            }
        }
    }

    @Test
    void noJacksonDatabindIsNeeded() {
        for (String module : House.MODULES) {
            Set<String> needed =
                    resolve(module).modules().stream().map(ResolvedModule::name).collect(Collectors.toSet());
            assertThat(needed).doesNotContain("com.fasterxml.jackson.databind", "tools.jackson.databind");
        }
    }

    private static long bytes(String module) {
        return resolve(module).modules().stream()
                .map(ResolvedModule::reference)
                .flatMap(reference -> reference.location().stream())
                .filter(location -> location.getScheme().equals("file"))
                .mapToLong(location -> size(Path.of(location)))
                .sum();
    }

    static Configuration resolve(String module) {
        Path[] path = classPath(entry -> true);
        return Configuration.empty()
                .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(path), Set.of(House.packageOf(module)));
    }

    /** Of the entries of the class path that can stand on a module path, those that are wanted. */
    static Path[] classPath(Predicate<Path> wanted) {
        return NAMED_MODULES.stream().filter(wanted).toArray(Path[]::new);
    }

    private static boolean isNamedModule(Path entry) {
        try {
            return ModuleFinder.of(entry).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .anyMatch(descriptor -> !descriptor.isAutomatic());
        } catch (java.lang.module.FindException notAModule) {
            return false;
        }
    }

    private static long size(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(ModuleGraphTest::length)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
