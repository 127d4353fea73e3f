package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.List;

/** Takes secrets out. Safe for use by many threads. What has none in it is returned as it is. */
public interface Redactor {

    /** The redactor that takes out nothing. */
    Redactor NONE = new Redactor() {
        @Override
        public String message(RecordedMessage message) {
            return message.json();
        }

        @Override
        public String text(String text) {
            return text;
        }
    };

    /** Return the raw text of a message without secrets: still JSON if it was. */
    String message(RecordedMessage message);

    /** Return a plain text, of a page or an exception for example, without secrets. */
    String text(String text);

    /** Return what could not be shown, or not be hidden everywhere, of all that was asked for so far; in sentences for people. */
    default List<String> problems() {
        return List.of();
    }
}
