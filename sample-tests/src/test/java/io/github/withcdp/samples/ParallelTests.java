package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests run at the same time in one browser, and see nothing of each other. */
@WithCDP
@Execution(ExecutionMode.CONCURRENT)
class ParallelTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @RepeatedTest(4)
    void a_visitor_is_alone_in_the_shop(RepetitionInfo visitor, CDPSession page) {
        var name = "visitor-" + visitor.getCurrentRepetition();
        page.navigate(site.url("/orders.html"));
        assertThat(page.evaluate("document.cookie + localStorage.length").asString())
                .isEqualTo("0");

        page.evaluate("document.cookie = 'name=%1$s'; localStorage.setItem('name', '%1$s'); load()".formatted(name));

        assertThat(page).hasCookie("name", name).localStorage().containsEntry("name", name);
        assertThat(page).requests(get("**/api/orders")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "820, 1180", "1920, 1080"})
    void the_button_is_on_the_screen(int width, int height, CDPSession page) {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));

        page.navigate(site.url("/checkout.html"));

        assertThat(page.evaluate("innerWidth")).isEqualTo(width);
        assertThat(page.evaluate("document.querySelector('#pay').getBoundingClientRect().right <= innerWidth")
                        .asBoolean())
                .isTrue();
    }
}
