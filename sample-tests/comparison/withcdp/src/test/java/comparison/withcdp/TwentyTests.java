package comparison.withcdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Twenty small tests, each with a context and a page of its own. */
@WithCDP
class TwentyTests {

    @RepeatedTest(20)
    void receives_what_the_page_logs(RepetitionInfo repetition, CDPSession page) {
        check(page, repetition.getCurrentRepetition());
    }

    static void check(CDPSession page, int number) {
        var logged = new AtomicInteger();
        page.on(
                "Runtime.consoleAPICalled",
                event -> logged.set(event.param("/args/0/value").asInt()));
        page.send("Runtime.enable");

        var result = page.send("Runtime.evaluate", Map.of("expression", "console.log(" + number + ");" + number));

        assertEquals(number, result.at("/result/value").asInt());
        assertEquals(number, logged.get());
    }
}
