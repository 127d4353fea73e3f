package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts browsers, each with a profile of its own, and returns them when they answer. */
public final class ChromeLauncher {

    private static final long PAUSE_MILLIS = 5;

    private final OperatingSystem system;
    private final ChromeFinder finder;
    private final Path temporary;

    ChromeLauncher(OperatingSystem system, ChromeFinder finder, Path temporary) {
        this.system = system;
        this.finder = finder;
        this.temporary = temporary;
    }

    /** Return a launcher for the browsers of this machine; profiles go below {@code java.io.tmpdir}. */
    public static ChromeLauncher ofThisMachine() {
        return new ChromeLauncher(
                OperatingSystem.current(), ChromeFinder.ofThisMachine(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Return the program that a launch would find.
     *
     * @param shell whether {@code chrome-headless-shell} is wanted rather than a whole browser
     * @throws ChromeUnavailableException if this machine has none
     */
    public Path installed(boolean shell) {
        return finder.find(shell);
    }

    /** Return a browser that is launched now, whose output nobody listens to. */
    public LaunchedChrome launch(LaunchOptions options) {
        return launch(options, line -> {});
    }

    /**
     * Return a browser that is launched now. One with a port is waited for until that is open. One that is spoken to over the pipe is not waited for, so that
     * the time in which it starts can be used; if it does not answer the first command, {@link LaunchedChrome#unavailable} explains why.
     *
     * @param onLine called with each line that the browser prints, on a thread that must not be held up
     * @throws ChromeUnavailableException if there is none, or it does not start in time; says why, as far as it can be
     *     known, and what to do. No process and no directory is left then
     */
    public LaunchedChrome launch(LaunchOptions options, Consumer<String> onLine) {
        var deadline = Deadline.in(options.limit());
        var executable = finder.find(options.executable(), options.headless() == HeadlessMode.SHELL);
        var profile = createProfile(executable);
        var command = LaunchCommand.of(executable, options, profile, system);
        var chrome = start(command, profile, onLine);
        try {
            if (options.webSocket() || !command.ownPipe()) {
                awaitPort(chrome, deadline);
            }
            ProfileSweep.onceInBackground(profile); // not earlier: the browser shall not wait for it
            return chrome;
        } catch (InterruptedException e) {
            chrome.close(EndLimits.NOT_STARTED);
            Thread.currentThread().interrupt();
            throw new ChromeUnavailableException(
                    "Cannot launch " + executable + ": the thread was interrupted while waiting for it.", e);
        } catch (RuntimeException e) {
            chrome.close(EndLimits.NOT_STARTED);
            throw e;
        }
    }

    private ProfileDirectory createProfile(Path executable) {
        try {
            return ProfileDirectory.create(temporary);
        } catch (IOException e) {
            throw new ChromeUnavailableException(
                    "Cannot launch " + executable + ": no profile directory can be made in " + temporary + " (" + e
                            + "). Start the tests with another -Djava.io.tmpdir.",
                    e);
        }
    }

    private static LaunchedChrome start(LaunchCommand command, ProfileDirectory profile, Consumer<String> onLine) {
        var builder = command.toBuilder();
        // So that what a killed browser leaves there goes with its directory.
        profile.temporary().ifPresent(directory -> builder.environment().put("TMPDIR", directory.toString()));
        builder.redirectErrorStream(!command.ownPipe());
        try {
            var process = builder.start();
            var stream = command.ownPipe() ? process.getErrorStream() : process.getInputStream();
            return LaunchedChrome.of(process, profile, ProcessOutput.of(stream, onLine), command);
        } catch (IOException | IllegalStateException e) {
            profile.delete(EndLimits.PATIENT.deleted());
            throw new ChromeUnavailableException("Cannot launch " + command.executable() + ": " + e.getMessage(), e);
        }
    }

    private static void awaitPort(LaunchedChrome chrome, Deadline deadline) throws InterruptedException {
        var port = new ActivePort(chrome.profile());
        while (true) {
            var url = port.read();
            if (url.isPresent()) {
                chrome.reachableAt(url.get());
                return;
            }
            if (deadline.isOver()) {
                throw LaunchFailure.silent(chrome, deadline.limit());
            }
            if (chrome.awaitExit(PAUSE_MILLIS)) {
                throw LaunchFailure.ended(chrome);
            }
        }
    }
}
