package comparison.playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Twenty small tests, each with a context and a page of its own. */
@UsePlaywright(BrowserOptions.class)
class TwentyTests {

    @RepeatedTest(20)
    void receives_what_the_page_logs(RepetitionInfo repetition, Page page) {
        check(page, repetition.getCurrentRepetition());
    }

    static void check(Page page, int number) {
        var session = page.context().newCDPSession(page);
        var logged = new AtomicInteger();
        session.on(
                "Runtime.consoleAPICalled",
                event -> logged.set(event.getAsJsonArray("args")
                        .get(0)
                        .getAsJsonObject()
                        .get("value")
                        .getAsInt()));
        session.send("Runtime.enable");
        var params = new JsonObject();
        params.addProperty("expression", "console.log(" + number + ");" + number);

        var result = session.send("Runtime.evaluate", params);

        assertEquals(number, result.getAsJsonObject("result").get("value").getAsInt());
        page.waitForCondition(() -> logged.get() == number);
    }
}
