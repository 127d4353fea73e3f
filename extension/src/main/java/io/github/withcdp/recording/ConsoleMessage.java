package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.web.FaviconUrl;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What a page or worker wrote to its console, what the browser logged about it, or an exception that nobody caught.
 * From {@code Runtime.consoleAPICalled}, {@code Log.entryAdded} and {@code Runtime.exceptionThrown}. Immutable.
 * What a page clears from its console ({@code console.clear()}) has been written all the same, and stays.
 *
 * @param sequence the {@link RecordedMessage#sequence()} of the message that told it
 * @param elapsed the time since the recording began
 * @param session where
 * @param source who said it
 * @param level how grave it is
 * @param type the method of {@code console}: {@code log}, {@code error}, {@code assert}, {@code table}, …; of a log entry its source,
 *     {@code network}, {@code security}, {@code violation}, …; of an exception {@code exception}
 * @param text as Chrome prints it, format specifiers applied, objects as their preview; of an exception its message, {@code Error: no} for example;
 *     behind an error what Chrome tells of its cause, {@code Caused by: TypeError: quota exceeded}, of long texts the ends
 * @param url of the script or resource; may be empty
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param stack one call a line, {@code name (url:line:column)}; may be empty
 * @param handledLater whether it is a rejection that nobody had handled when it was told, and somebody did afterwards
 *     ({@code Runtime.exceptionRevoked}); as in DevTools its level is then {@link Level#VERBOSE}, so that it is no error
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ConsoleMessage(
        long sequence,
        Duration elapsed,
        SessionId session,
        Source source,
        Level level,
        String type,
        String text,
        String url,
        int line,
        int column,
        String stack,
        boolean handledLater) {

    /** Who said it. */
    public enum Source {
        /** A script, with a call of {@code console}. */
        CONSOLE,
        /** The browser, in its log. */
        LOG,
        /** A script, by an exception that was not caught. */
        EXCEPTION
    }

    /** How grave it is, in Chrome's words. */
    public enum Level {
        /** {@code console.debug} and the like, and a rejection that was handled after all. */
        VERBOSE,
        /** {@code console.log} and the like. */
        INFO,
        /** A warning. */
        WARNING,
        /** {@code console.error}, a failed {@code console.assert}, an exception that nobody handled, an error in the log. */
        ERROR
    }

    /** Return whether the browser logs about its own request for the icon of a site, see {@link Exchange#isFavicon()}. */
    public boolean isAboutFavicon() {
        return source == Source.LOG && FaviconUrl.matches(url);
    }

    /** Return where it was said: {@code http://shop.test/app.js:12:7}; empty if unknown. */
    public String location() {
        return line == 0 ? url : url + ":" + line + (column == 0 ? "" : ":" + column);
    }

    /** Return what was said, and where: {@code ERROR out of stock (http://shop.test/app.js:12:7)}. */
    @Override
    public String toString() {
        var levelAndText = level + " " + text;
        return location().isEmpty() ? levelAndText : levelAndText + " (" + location() + ")";
    }
}
