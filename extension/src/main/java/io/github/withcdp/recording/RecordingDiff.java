package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What is different between a run of a test and others of it, see {@link Recording#diff}. Immutable.
 *
 * @param differences what nothing explains, the one that came first at first
 * @param explained what differs as well and says less: it differs always, is of a class of values that do, or differed among the others
 * @param notes what else there is to know: that the test has changed, that bodies could not be compared, a sentence each
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RecordingDiff(List<Difference> differences, List<Difference> explained, List<String> notes) {

    private static final int SHOWN = 5;

    /** Copy the lists. */
    public RecordingDiff {
        differences = List.copyOf(differences);
        explained = List.copyOf(explained);
        notes = List.copyOf(notes);
    }

    /** Return whether nothing differs that is not explained. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** Return the first differences and the notes, a line each, safe to print. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        if (isEmpty()) {
            out.append("No difference");
        } else {
            out.append(differences.size() == 1 ? "1 difference" : differences.size() + " differences");
        }
        out.append(explained.isEmpty() ? "" : " (" + explained.size() + " more are explained)");
        differences.stream()
                .limit(SHOWN)
                .forEach(difference -> out.append("\n  ").append(difference));
        if (differences.size() > SHOWN) {
            out.append("\n  and ").append(differences.size() - SHOWN).append(" more");
        }
        notes.forEach(note -> out.append("\n  Note: ").append(note));
        return out.toString();
    }
}
