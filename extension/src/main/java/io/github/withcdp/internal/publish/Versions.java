package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.report.TestRun;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds out what tests run with. */
final class Versions {

    private Versions() {}

    /**
     * Return the commit, and the versions of WithCDP, JUnit and Java, without starting a program.
     *
     * @param environment of the build, in which its server says what it builds
     * @param folder in which, or above which, the checkout is
     */
    static TestRun of(Map<String, String> environment, Path folder) {
        return new TestRun(
                Commit.of(environment, folder).orElse(""),
                version(Versions.class),
                version(ExtensionContext.class),
                String.valueOf(Runtime.version()));
    }

    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion())
                .or(() -> Optional.ofNullable(type.getModule().getDescriptor()).flatMap(ModuleDescriptor::rawVersion))
                .orElse("");
    }
}
