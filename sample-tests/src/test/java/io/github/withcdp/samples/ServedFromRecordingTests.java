package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Last night's failure comes back in a browser without the shop, whose answers are in the report. */
class ServedFromRecordingTests {

    @TempDir
    Path lastNight;

    @TempDir
    Path reports;

    @Test
    void the_bank_refuses_again_though_there_is_no_shop() {
        var failure = run(Map.of("withcdp.reports.dir", lastNight.toString()));
        PayTestCase.closeShop();

        var again = run(Map.of("withcdp.reports.dir", reports.toString(), "withcdp.serve", lastNight.toString()));

        assertThat(again).hasMessage(failure.getMessage());
        assertThat(again.getSuppressed())
                .anySatisfy(note -> assertThat(note).asString().contains("served from " + lastNight, " 0 missed"));
    }

    private static Throwable run(Map<String, String> options) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(options)
                .selectors(selectClass(PayTestCase.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    @WithCDP
    static class PayTestCase {

        private static final LocalSite shop = LocalSite.start();

        static void closeShop() {
            shop.close();
        }

        @Test
        void pays(CDPSession page) {
            page.navigate(shop.url("/checkout.html"));
            page.evaluate("pay()");

            assertThat(page).requests(post("**/api/pay")).single().hasStatus(200);
        }
    }
}
