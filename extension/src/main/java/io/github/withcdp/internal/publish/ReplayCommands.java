package io.github.withcdp.internal.publish;

import java.nio.file.Path;
import java.util.List;

/** The commands that run a failed test again from its report, with Maven or with Gradle. */
final class ReplayCommands {

    private ReplayCommands() {}

    /**
     * Return the commands.
     *
     * @param folder of the report
     * @param here where the tests run, and the path of the folder begins if that is below
     */
    static List<String> of(String className, String methodName, Path folder, Path here) {
        var base = here.toAbsolutePath().normalize();
        var report = quoted((folder.startsWith(base) ? base.relativize(folder) : folder)
                .toString()
                .replace('\\', '/'));
        return List.of(
                "mvn test -Dtest=%s -Dwithcdp.replay=%s".formatted(quoted(className + "#" + methodName), report),
                "WITHCDP_REPLAY=%s gradle test --tests %s".formatted(report, quoted(className + "." + methodName)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
