package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.chrome.HeadlessMode;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.download.DownloadOptions;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Names the program of a launch: the one that is installed, or else one that is downloaded.
 *
 * @param installed finds what is installed, the headless shell if asked for it
 * @param fetch downloads a headless shell, or finds it where an earlier download has put it
 */
record DownloadIfMissing(Function<Boolean, Path> installed, Function<DownloadOptions, Path> fetch) {

    /**
     * Return the options with a program.
     *
     * @throws ChromeUnavailableException if there is none, and none to be had
     */
    LaunchOptions complete(LaunchOptions options, DownloadOptions download) {
        try {
            return options.withExecutable(installed.apply(options.headless() == HeadlessMode.SHELL));
        } catch (ChromeUnavailableException none) {
            if (options.headless() == HeadlessMode.OFF) {
                throw new ChromeUnavailableException(
                        none.getMessage()
                                + "\nWhat withcdp.download=true downloads is chrome-headless-shell, which has no windows:"
                                + " it does not go with headless = OFF.",
                        none);
            }
            return options.withExecutable(fetch.apply(download)).withHeadless(HeadlessMode.SHELL);
        }
    }
}
