package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Something that is different in two runs of the same test: a command, a request, what a console said, a target, other events.
 *
 * @param kind what it is that differs
 * @param presence whether it was in both runs
 * @param name by which it is known to others: the method of a command or event, the URL of a request or of who spoke, the type of a target
 * @param subject which one: {@code POST http://shop.test/api/pay}, {@code Runtime.evaluate pay()}
 * @param changes the places in which it differs; empty if it was in one run only
 * @param explanation why that may be, of the change that is explained least
 * @param elapsed when it was told in the run that is judged, since its recording began; of what did not come, when it should have
 * @param sequence the {@link RecordedMessage#sequence()} of the message that began it, in the run that is judged; of what did not come, in the other one
 * @param cause what led to it, as far as it is known: {@code asked for at http://shop.test/app.js:12 while Runtime.evaluate pay() ran}; may be empty
 * @param followed what is known to have come of it, and would not be there without: requests that a script would have sent that did not arrive; empty
 *     for most, and for what followed itself
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Difference(
        Kind kind,
        Presence presence,
        String name,
        String subject,
        List<Change> changes,
        Explanation explanation,
        Duration elapsed,
        long sequence,
        String cause,
        List<Difference> followed) {

    private static final int CHANGES = 4;
    private static final int VALUE = 160;
    private static final int FOLLOWED = 3;
    private static final int FOLLOWED_SUBJECT = 80;

    /** What may differ. */
    public enum Kind {
        /** A command of the test, and what was answered. */
        COMMAND,
        /** A request of a page, and all that came of it. */
        REQUEST,
        /** What was said on a console or in the log, and exceptions that nobody caught. */
        CONSOLE,
        /** A page, frame or worker. */
        TARGET,
        /** Other events. */
        EVENT,
        /** The order in which requests came to their end. */
        ORDER
    }

    /** In which run it was. */
    public enum Presence {
        /** In both, and not the same. */
        CHANGED,
        /** Only in the run that is judged. */
        ADDED,
        /** Only in the run that it is compared with. */
        MISSING
    }

    /** Why two runs may differ; the later, the more it says. */
    public enum Explanation {
        /** Any two runs do: ids, times, sizes, ports. */
        ALWAYS,
        /** Both values are of one class, as UUIDs, dates and tokens are. */
        SAME_CLASS,
        /** Runs that passed differed in the same. */
        LEARNED,
        /** Nothing explains it. */
        NONE
    }

    /**
     * A value that is another one.
     *
     * @param pointer where it is, as a JSON pointer: {@code /response/status} of a request, {@code /result/value} of an answer
     * @param expected the value in the run that is compared with, as JSON; empty if there was none
     * @param actual the value in the run that is judged, as JSON; empty if there was none
     */
    public record Change(String pointer, String expected, String actual, Explanation explanation) {

        /** Return the change: {@code /response/status is 503, was 200}. */
        @Override
        public String toString() {
            var place = SafeText.line(pointer, VALUE);
            if (actual.isEmpty()) {
                return place + " is not there, was " + SafeText.line(expected, VALUE);
            }
            return place + " is " + SafeText.line(actual, VALUE) + ", was "
                    + (expected.isEmpty() ? "not there" : SafeText.line(expected, VALUE));
        }
    }

    /** Copy the lists. */
    public Difference {
        changes = List.copyOf(changes);
        followed = List.copyOf(followed);
    }

    /** Return the difference with a part of its changes. */
    public Difference with(List<Change> fewer) {
        return new Difference(kind, presence, name, subject, fewer, explanation, elapsed, sequence, cause, followed);
    }

    /** Return the difference in a sentence, safe to print: {@code POST http://shop.test/api/pay: /response/status is 503, was 200}. */
    @Override
    public String toString() {
        var what = SafeText.line(subject, 2 * VALUE);
        var sentence =
                switch (presence) {
                    case ADDED -> what + " is new";
                    case MISSING -> what + " is missing";
                    case CHANGED -> kind == Kind.ORDER ? what : what + ": " + shownChanges();
                };
        return sentence + (cause.isEmpty() ? "" : ", " + SafeText.line(cause, 2 * VALUE)) + shownFollowed();
    }

    private String shownFollowed() {
        if (followed.isEmpty()) {
            return "";
        }
        var shown = followed.stream().limit(FOLLOWED).map(Difference::shortly).collect(Collectors.joining(", "));
        int left = followed.size() - FOLLOWED;
        return "; from which follows: " + shown + (left > 0 ? ", and " + left + " more" : "");
    }

    private String shortly() {
        var what = SafeText.line(subject, FOLLOWED_SUBJECT);
        return switch (presence) {
            case ADDED -> what + " is new";
            case MISSING -> what + " is missing";
            case CHANGED ->
                telling()
                        .map(change -> what + " differs in " + SafeText.line(change.pointer(), FOLLOWED_SUBJECT))
                        .findFirst()
                        .orElse(what);
        };
    }

    /** What nothing explains is what is looked for; of what is explained altogether, all is. */
    private Stream<Change> telling() {
        return changes.stream().filter(change -> change.explanation() == explanation);
    }

    private String shownChanges() {
        var telling = telling().toList();
        var shown = telling.stream().limit(CHANGES).map(Change::toString).collect(Collectors.joining("; "));
        return telling.size() > CHANGES ? shown + "; and " + (telling.size() - CHANGES) + " more" : shown;
    }
}
