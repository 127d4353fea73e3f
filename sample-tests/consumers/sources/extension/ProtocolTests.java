package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.withcdp.NewContext;
import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the extension does alone: commands, results, recordings, and a report of the test that fails. */
@WithCDP
class ProtocolTests {

    @RegisterExtension
    static final Shop shop = new Shop();

    @Test
    void sends_a_map(CDPSession page) {
        page.send("Emulation.setUserAgentOverride", Map.of("userAgent", "Teapot/1.0"));

        assertEquals("Teapot/1.0", page.evaluate("navigator.userAgent").asString());
    }

    /** The params of {@code Emulation.setDeviceMetricsOverride}. */
    record Screen(int width, int height, double deviceScaleFactor, boolean mobile) {}

    @Test
    void sends_a_record(CDPSession page) {
        page.send("Emulation.setDeviceMetricsOverride", new Screen(320, 480, 2, false));

        assertEquals(320, page.evaluate("innerWidth").asInt());
    }

    /** The params of {@code Emulation.setTimezoneOverride}. */
    static class TimeZone {

        private final String timezoneId;

        TimeZone(String timezoneId) {
            this.timezoneId = timezoneId;
        }

        public String getTimezoneId() {
            return timezoneId;
        }
    }

    @Test
    void sends_a_bean(CDPSession page) {
        page.send("Emulation.setTimezoneOverride", new TimeZone("Asia/Tokyo"));

        assertEquals(
                "Asia/Tokyo",
                page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
                        .asString());
    }

    /** The result of {@code Page.getNavigationHistory}, a record. */
    record History(int currentIndex, List<Entry> entries) {}

    /** One of its entries, a bean. */
    static class Entry {

        private String title = "";

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }
    }

    @Test
    void binds_a_result_to_classes(CDPSession page) {
        page.navigate(shop.url());

        var history = page.send("Page.getNavigationHistory", null, History.class);

        assertEquals(
                "A small shop", history.entries().get(history.currentIndex()).getTitle());
    }

    @Test
    void keeps_a_recording_and_reads_it(CDPSession page, Recording recording, @TempDir Path directory)
            throws IOException {
        page.navigate(shop.url());

        var file = directory.resolve("traffic.jsonl");
        recording.writeTo(file);
        var read = Recording.read(file);

        assertEquals(
                1,
                read.commands().stream()
                        .map(RecordedMessage::method)
                        .filter("Page.navigate"::equals)
                        .count());
    }

    /** The token is to be found in nothing that the build leaves. */
    @Test
    void pays_and_fails_on_purpose(CDPSession page, @NewContext CDPSession other) {
        var token = "Hush7Kq2Zp9Wv4";
        other.navigate(shop.url());
        page.navigate(shop.url());

        page.evaluate("signIn('" + token + "')");
        page.evaluate("pay()");

        assertEquals("Thank you!", page.evaluate("result.textContent").asString(), "signed in with " + token);
    }
}
