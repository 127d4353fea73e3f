package io.github.withcdp;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** What the classes of a {@link SoakRun} have in common, which is all; public for their sake. */
public abstract class SoakTestCase {

    static final int TESTS = 20;

    /** Create. */
    protected SoakTestCase() {}

    @RepeatedTest(TESTS)
    @Timeout(180)
    void talks(CDPSession page, CDPBrowser browser, Recording recording, RepetitionInfo repetition) {
        SoakRun.current()
                .test(getClass().getName(), repetition.getCurrentRepetition())
                .talk(page, browser, recording);
    }
}
