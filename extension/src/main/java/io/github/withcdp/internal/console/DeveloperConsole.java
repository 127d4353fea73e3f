package io.github.withcdp.internal.console;

import io.github.withcdp.internal.session.PauseConsole;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The console of whoever runs the tests. */
public final class DeveloperConsole implements PauseConsole {

    /** The right to use the console: there is one, however many classes and class loaders of tests share it. */
    private static final Semaphore TURN = new Semaphore(1);

    private final Supplier<ConsoleLocation> location;
    private final UnaryOperator<String> safe;
    private final PrintStream out;
    private final Semaphore turn;
    private final AtomicReference<@Nullable Terminal> takenTerminal = new AtomicReference<>();

    DeveloperConsole(Supplier<ConsoleLocation> location, UnaryOperator<String> safe, PrintStream out, Semaphore turn) {
        this.location = location;
        this.safe = safe;
        this.out = out;
        this.turn = turn;
    }

    /**
     * Return the console of this process. Looks for it each time that somebody wants to pause, for it may go.
     *
     * @param safe makes a line of text harmless for a terminal
     */
    public static DeveloperConsole ofThisProcess(UnaryOperator<String> safe) {
        return new DeveloperConsole(
                () -> ConsoleLocation.in(TerminalEnvironment.ofThisProcess()), safe, System.out, TURN);
    }

    @Override
    public Optional<String> absence() {
        return location.get().absence();
    }

    @Override
    public void remark(String line) {
        out.println(safe.apply(line));
    }

    @Override
    public boolean take() {
        if (!turn.tryAcquire()) {
            return false;
        }
        try {
            var terminal = location.get().open();
            terminal.forget();
            takenTerminal.set(terminal);
        } catch (IOException lost) {
            takenTerminal.set(null); // which ends the pause
        }
        return true;
    }

    @Override
    public void show(String line) {
        var terminal = takenTerminal.get();
        try {
            if (terminal != null) {
                terminal.println(safe.apply(line));
                return;
            }
            try (var another = location.get().open()) {
                another.println(safe.apply(line));
            }
        } catch (IOException lost) {
            remark(line);
        }
    }

    @Override
    public Optional<String> end() {
        var terminal = takenTerminal.get();
        try {
            if (terminal != null) {
                return terminal.entered() ? Optional.of("Enter was pressed") : Optional.empty();
            }
        } catch (IOException lost) {
            // as if it had not opened
        }
        return Optional.of("the console went away");
    }

    @Override
    public void release() {
        var terminal = takenTerminal.getAndSet(null);
        try {
            if (terminal != null) {
                terminal.close();
            }
        } catch (IOException lost) {
            // It is closed all the same.
        } finally {
            turn.release();
        }
    }
}
