package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.recording.DifferenceFinder;
import io.github.withcdp.internal.recording.ReportMaker;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.script.ConsoleMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Every message exchanged with a browser, or the part of it that belongs to one test or one session, raw and in wire order.
 *
 * <p>As a parameter of a test it is a live view: each call sees what has been recorded by then.
 * Memory is bounded: what exceeds it is kept in a temporary file that is gone with the browser.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Recording {

    /**
     * Read a recording that {@link #writeTo} has written, for example by a test that failed last night.
     * It no longer needs the file, and its messages take as little memory as those of a live one.
     * The file may have been compressed with gzip.
     *
     * <p>A last line that was cut off in the middle, as a killed JVM leaves it, is left out, and {@link #incompleteBecause()} says so.
     *
     * @throws IOException if the file cannot be read, is empty, is not a recording, or was written in a later version of the format;
     *     the message names the file, the line and what is wrong
     */
    static Recording read(Path file) throws IOException {
        return StoredRecording.read(file);
    }

    /** Return the messages recorded so far: a snapshot whose elements are read from memory or disk when asked for. */
    List<RecordedMessage> messages();

    /** Return the events among them. */
    CapturedEvents events();

    /** Return the commands among them. */
    List<RecordedMessage> commands();

    /**
     * Return the requests of the pages, workers and frames with what came of them, in the order in which they began.
     * A snapshot, put together at each call; without {@code Network.enable} Chrome tells of none.
     * Of one session, they are the requests that began in it, with what other sessions of the browser tell of them.
     */
    default List<Exchange> exchanges() {
        return Exchanges.in(messages());
    }

    /**
     * Return what was said on the consoles and in the browser's log, and exceptions that nobody caught, in wire order. A snapshot.
     * What a worker says Chrome enters into the log of its page as well: where the worker itself is on record, it counts once, as the worker's.
     */
    default List<ConsoleMessage> console() {
        return ConsoleMessages.in(messages());
    }

    /**
     * Return what is different from another run of the same test. This is the run that is judged, the other one is what it should be like:
     * one that passed, for example. What differs in any two runs (ids, times, sizes, ports, dates, tokens) is told apart from what nothing explains,
     * and the order in which things came counts only where it is not chance. A snapshot.
     *
     * @param others other runs, as further examples: what differs among the runs that this one is compared with is explained by that
     */
    default RecordingDiff diff(Recording other, Recording... others) {
        return DifferenceFinder.INSTALLED.compare(
                this, Stream.concat(Stream.of(other), Stream.of(others)).toList());
    }

    /**
     * Return what was said in a few lines that are equal for two runs that are alike: the commands in their order, requests with their status, console, targets.
     * No value is in it, of params, queries, headers, bodies or texts, so that it can stand beside the test, to be looked at when it changes. A snapshot.
     */
    default String outline() {
        return DifferenceFinder.INSTALLED.outline(this);
    }

    /** Return whether every message that Chrome sent is here. */
    boolean isComplete();

    /** Return why messages are missing, or an empty string if none are. */
    String incompleteBecause();

    /**
     * Write the recording as {@code traffic.jsonl}: one message a line after a header with format version, browser version and start time.
     * <b>Passwords, cookies and tokens stand in it as they were said</b>: what others will see is better written by {@link #writeReport}.
     * An existing file is replaced, a symbolic link is not followed.
     *
     * @throws IOException if the file cannot be written
     */
    void writeTo(Path file) throws IOException;

    /**
     * Write the files of a failure report into a directory: {@code report.html}, {@code traffic.har} and the others.
     * Works on a recording that was read as on a live one. Secrets are taken out, as from every report: with the {@code withcdp.redact}
     * settings of its test, or, of a recording that was read, with those among the system properties and environment variables.
     *
     * @throws IOException if the directory cannot be written to
     */
    default void writeReport(Path directory) throws IOException {
        ReportMaker.INSTALLED.write(this, directory);
    }
}
