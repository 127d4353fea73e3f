package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.connection.Promise;
import java.util.Set;

/**
 * A question to the document that is there now. If another one takes its place while a promise is waited for, Chrome answers in some cases only, as it
 * does when the new one has another process; in the others nobody would hear of the question again. So whoever asks is told here.
 */
final class DocumentQuestion implements AutoCloseable {

    private static final int CHROME_ERROR = -32000;

    /** What Chrome says where it says something. */
    private static final Answer LOST = new Answer.Refused(CHROME_ERROR, "Inspected target navigated or closed", "", 0);

    private final Set<DocumentQuestion> open;
    private final Promise<Boolean> gone = new Promise<>();

    private DocumentQuestion(Set<DocumentQuestion> open) {
        this.open = open;
    }

    /** Begin to ask, before the question is sent; to be closed when it was answered. */
    static DocumentQuestion among(Set<DocumentQuestion> open) {
        var question = new DocumentQuestion(open);
        open.add(question);
        return question;
    }

    /** Say which command asks. */
    void isAskedBy(PendingCommand command) {
        gone.whenDone(document -> command.complete(LOST));
    }

    /** Note that another document has come. */
    void documentGone() {
        gone.complete(true);
    }

    @Override
    public void close() {
        open.remove(this);
    }
}
