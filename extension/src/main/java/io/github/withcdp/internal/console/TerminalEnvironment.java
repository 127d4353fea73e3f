package io.github.withcdp.internal.console;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The signs by which a process can tell whether somebody sits in front of it.
 *
 * @param ci the environment variable {@code CI}; empty if it is not set
 * @param mainClass the class that the JVM was started with, or its archive
 * @param terminal the device that is the terminal of a process, if it has one
 * @param inBackground whether the terminal belongs to another job, and would stop this process if it read from it
 * @param consoleIsTerminal whether the standard streams of the JVM are a terminal
 */
record TerminalEnvironment(
        String ci, String mainClass, Path terminal, boolean inBackground, boolean consoleIsTerminal) {

    private static final Path TERMINAL = Path.of("/dev/tty");

    /** Return those of this process. */
    static TerminalEnvironment ofThisProcess() {
        return new TerminalEnvironment(
                ContinuousIntegration.variable(),
                System.getProperty("sun.java.command", ""),
                TERMINAL,
                isInBackground(),
                isTerminal(System.console()));
    }

    /** Return whether these tests run in CI, where nobody presses keys. */
    boolean isCi() {
        return ContinuousIntegration.isSaidBy(ci);
    }

    /**
     * Return whether an IDE has started the JVM, which passes on what one types. The class path and the properties do not tell:
     * an IDE that runs a build tool hands them on to a JVM whose standard input belongs to the build tool.
     */
    boolean isIde() {
        return mainClass.startsWith("com.intellij.rt.")
                || mainClass.startsWith("org.eclipse.jdt.internal.junit")
                || mainClass.startsWith("com.microsoft.java.test.runner.");
    }

    /** Return whether a console is a terminal. From Java 22 on there is a console object without a terminal too, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException strange) {
            return false;
        }
    }

    /** Return whether the process group is not that of the terminal; where nobody tells (not Linux), it is taken for the same. */
    private static boolean isInBackground() {
        try {
            return isInBackground(Files.readString(Path.of("/proc/self/stat")));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Return what a line of {@code /proc/…/stat} says of that: number, name in parentheses, state, parent, group, session, terminal, group of the terminal, and so on. */
    static boolean isInBackground(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1); // the name may contain anything
        return fields.length > 5 && !fields[2].equals(fields[5]);
    }
}
