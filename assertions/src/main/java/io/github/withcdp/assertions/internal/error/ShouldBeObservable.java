package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Whether a session receives an event cannot be told, because it does not tell everything. */
public final class ShouldBeObservable extends SafeErrorMessageFactory {

    private ShouldBeObservable(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with why nothing more can be heard of the session.
     *
     * @param time how long was waited: {@code within 5 s}
     */
    public static ErrorMessageFactory shouldBeObservable(
            CDPSession actual, List<String> event, String time, String why, List<String> details) {
        return new ShouldBeObservable(
                "%nExpecting%n  %s%nnot to receive%n%s%n%s. It has not, but that does not mean much: %s.%s",
                actual, block(event), words(time), words(why), tail(details));
    }

    /**
     * Return the sentence for what should not have happened by now.
     *
     * @param demand what it should do: {@code to have no failed requests}
     */
    public static ErrorMessageFactory shouldBeObservable(
            CDPSession actual, String demand, String why, List<String> details) {
        return new ShouldBeObservable(
                "%nExpecting%n  %s%n%s. So it is, but that does not mean much: %s.%s",
                actual, words(demand), words(why), tail(details));
    }
}
