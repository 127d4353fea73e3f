package comparison.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import comparison.Client;
import comparison.Environment;
import comparison.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Twenty small tests, each with a context and a page of its own. */
class TwentyTests {

    private static final Client CLIENT = new PipeFloor();

    private Page page;

    @BeforeAll
    static void launch() throws Exception {
        CLIENT.launch(Environment.browser(), Environment.switches());
    }

    @AfterAll
    static void close() throws Exception {
        CLIENT.close();
    }

    @BeforeEach
    void open() throws Exception {
        page = CLIENT.newPage(true);
    }

    @AfterEach
    void leave() throws Exception {
        page.close();
    }

    @RepeatedTest(20)
    void receives_what_the_page_logs(RepetitionInfo repetition) throws Exception {
        int number = repetition.getCurrentRepetition();
        var logged = new AtomicInteger();
        page.on("Runtime.consoleAPICalled", event -> logged.set((int) page.number(event, "args", 0, "value")));
        page.send("Runtime.enable", Map.of());

        assertEquals(number, page.evaluate("console.log(" + number + ");" + number));

        page.await(() -> logged.get() == number, 5000);
        assertEquals(number, logged.get());
    }
}
