package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A browser that we started: closing it ends its processes and removes its profile. Safe for use by many threads. */
public final class LaunchedChrome implements AutoCloseable {

    /** The request to a browser to close, usually with {@code Browser.close}; must come back within a limit of its own. */
    @FunctionalInterface
    public interface CloseRequest {

        /**
         * Send the request.
         *
         * @throws Exception if the browser could not be asked; it is then ended without being waited for
         */
        void send() throws Exception;
    }

    private final Process process;
    private final ProfileDirectory profile;
    private final ProcessOutput output;
    private final LaunchCommand command;
    private final ReentrantLock closing = new ReentrantLock();
    private final Thread shutdownHook = new Thread(() -> end(EndLimits.AT_SHUTDOWN), "withcdp-chrome-shutdown");

    private volatile @Nullable URI webSocketUrl;
    private boolean closed; // guarded by closing

    private LaunchedChrome(Process process, ProfileDirectory profile, ProcessOutput output, LaunchCommand command) {
        this.process = process;
        this.profile = profile;
        this.output = output;
        this.command = command;
    }

    /**
     * Return the browser that is a process just started, which ends with this JVM.
     *
     * @throws IllegalStateException if the JVM is shutting down; the process is ended then
     */
    static LaunchedChrome of(Process process, ProfileDirectory profile, ProcessOutput output, LaunchCommand command) {
        var chrome = new LaunchedChrome(process, profile, output, command);
        try {
            Runtime.getRuntime().addShutdownHook(chrome.shutdownHook);
        } catch (IllegalStateException e) {
            chrome.end(EndLimits.AT_SHUTDOWN);
            throw e;
        }
        return chrome;
    }

    /** Return where to connect; empty if this browser is spoken to over the pipe. */
    public Optional<URI> webSocketUrl() {
        return Optional.ofNullable(webSocketUrl);
    }

    void reachableAt(URI url) {
        webSocketUrl = url;
    }

    /**
     * Return what the browser says over the pipe: texts that end with a NUL byte each.
     *
     * @throws IllegalStateException if this browser has a WebSocket instead
     */
    public InputStream fromChrome() {
        checkPipe();
        return new PipeFromChrome(process.getInputStream());
    }

    /**
     * Return what the browser listens to on the pipe: texts that end with a NUL byte each. When it is closed the browser
     * ends.
     *
     * @throws IllegalStateException if this browser has a WebSocket instead
     */
    public OutputStream toChrome() {
        checkPipe();
        return process.getOutputStream();
    }

    /** Return what the browser printed. */
    public ProcessOutput output() {
        return output;
    }

    /** Return at most the last {@code count} lines the browser printed, oldest first. */
    public List<String> lastOutput(int count) {
        return output.lastOutput(count);
    }

    /**
     * Return how the browser ended, such as {@code exit status 0} or {@code ended by signal 9 (SIGKILL)}.
     *
     * @param wait how long to wait for its end
     * @return empty if it still runs after that, or the thread was interrupted (and stays so)
     */
    public Optional<String> exitStatus(Duration wait) {
        try {
            if (!process.waitFor(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            output.awaitEnd(Duration.ofMillis(500)); // so that the last output is complete
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (process.isAlive()) {
                return Optional.empty();
            }
        }
        return Optional.of(ExitStatus.describe(process.exitValue()));
    }

    boolean awaitExit(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    int exitValue() {
        return process.exitValue();
    }

    /** Return whether the browser runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Return the number of the process that was started; of a script, if that is what the executable is. */
    public long pid() {
        return process.pid();
    }

    /** Return the program that was started. */
    public Path executable() {
        return command.executable();
    }

    /** Return the program and its arguments. */
    public List<String> commandLine() {
        return command.commandLine();
    }

    /** Return why the browser runs without its sandbox; empty if it has one. */
    public Optional<String> sandboxOff() {
        return command.sandboxOff();
    }

    /** Return the profile's directory; it is gone when the browser is closed. */
    public Path profile() {
        return profile.userData();
    }

    /**
     * Ask the browser to close, wait for it, then close it in any case. Comes back within seconds, whatever state the
     * browser is in.
     */
    public void close(CloseRequest request) {
        closing.lock();
        try {
            if (!closed) {
                close(ask(request) ? EndLimits.PATIENT : EndLimits.PATIENT.unasked());
            }
        } finally {
            closing.unlock();
        }
    }

    /** Close the browser without asking: by its pipe first, then harder. Comes back within seconds; a second call does nothing. */
    @Override
    public void close() {
        close(EndLimits.PATIENT.unasked());
    }

    void close(EndLimits limits) {
        closing.lock(); // a second one waits until the first is done
        try {
            if (closed) {
                return;
            }
            closed = true;
            boolean interrupted = Thread.interrupted(); // would cut all the waits short
            try {
                interrupted |= end(limits);
            } finally {
                unhook();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        } finally {
            closing.unlock();
        }
    }

    private boolean ask(CloseRequest request) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            request.send();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            Loggers.of(LaunchedChrome.class).log(System.Logger.Level.DEBUG, "Chrome could not be asked to close", e);
            return false;
        }
    }

    /** End the processes, each step harder than the one before; return whether the thread was interrupted meanwhile. */
    private boolean end(EndLimits limits) {
        var tree = new ProcessTree(process);
        var steps = List.of(
                new Step(() -> {}, limits.asked()),
                new Step(this::closePipe, limits.pipeClosed()),
                new Step(tree::terminate, limits.terminated()),
                new Step(tree::kill, limits.killed()));
        boolean interrupted = false;
        for (var step : steps) {
            try {
                step.action().run();
                if (tree.awaitEnd(step.limit())) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true; // hurry, but go on to the end
            }
        }
        profile.delete(limits.deleted());
        return interrupted;
    }

    private record Step(Runnable action, Duration limit) {}

    /**
     * Close our end of the pipe, at which Chrome ends. On a thread of its own, because it has to wait for a writer who
     * waits for a browser that has stopped reading; that one comes free when the browser is killed.
     */
    private void closePipe() {
        var thread = new Thread(
                () -> {
                    try {
                        process.getOutputStream().close();
                    } catch (IOException e) {
                        Loggers.of(LaunchedChrome.class)
                                .log(System.Logger.Level.DEBUG, "The pipe was closed already", e);
                    }
                },
                "withcdp-chrome-pipe-end");
        thread.setDaemon(true);
        thread.start();
    }

    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down and the hook at work already; the two do not disturb each other.
        }
    }

    private void checkPipe() {
        if (webSocketUrl != null) {
            throw new IllegalStateException(
                    "This browser was launched with a DevTools port: connect to " + webSocketUrl);
        }
    }
}
