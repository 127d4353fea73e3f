package io.github.withcdp.internal.difference;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two runs beside each other, and what was found to be different between them. */
final class ComparedRuns {

    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final ComparedRun expected;
    private final ComparedRun actual;
    private final RoleNames names;
    private final Anchors anchors = new Anchors();
    private final List<Found> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Duration expectedEnd;
    private boolean testHasChanged;

    ComparedRuns(ComparedRun expected, ComparedRun actual) {
        this.expected = expected;
        this.actual = actual;
        names = RoleNames.of(expected.roles(), actual.roles());
        expectedEnd = expected.end();
    }

    ComparedRun expected() {
        return expected;
    }

    ComparedRun actual() {
        return actual;
    }

    RoleNames names() {
        return names;
    }

    String roleOfExpected(SessionId session) {
        return expected.role(session).toString();
    }

    /** Return the role of a session of the run that is judged, in the words of the other one. */
    String roleOfActual(SessionId session) {
        return names.of(actual.role(session)).toString();
    }

    Anchors anchors() {
        return anchors;
    }

    /** Return when the other run had come to where the one that is judged ended; very late if it did not end before. */
    Duration expectedEnd() {
        return expectedEnd;
    }

    void expectedEndsAt(Duration moment) {
        expectedEnd = moment.compareTo(expectedEnd) < 0 ? moment : expectedEnd;
    }

    /** Return whether something in the other run happened when that had not yet gone further than the one that is judged. */
    boolean isReached(Duration moment) {
        return moment.compareTo(expectedEnd) < 0 || expectedEnd.equals(NEVER);
    }

    void add(Found difference) {
        found.add(difference);
    }

    /** Take note that the test did something else before it came to its end. */
    void testHasChanged() {
        testHasChanged = true;
    }

    boolean hasTestChanged() {
        return testHasChanged;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    List<Found> found() {
        return found;
    }

    List<String> notes() {
        return notes;
    }
}
