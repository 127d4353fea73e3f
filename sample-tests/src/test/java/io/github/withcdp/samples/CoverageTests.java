package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Find out which functions and which style rules a page uses. */
@WithCDP
class CoverageTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    record Coverage(List<Script> result) {
        record Script(String url, List<Function> functions) {}

        record Function(String functionName, List<Range> ranges) {}

        record Range(int count) {}

        /** Since the last time that coverage was taken. */
        Stream<String> functionsWithoutACall() {
            return result.stream()
                    .flatMap(script -> script.functions().stream())
                    .filter(function -> function.ranges().get(0).count() == 0)
                    .map(Function::functionName);
        }
    }

    @Test
    void finds_the_functions_that_nothing_calls(CDPSession page) {
        page.send("Profiler.enable");
        page.send("Profiler.startPreciseCoverage", Map.of("callCount", true, "detailed", false));

        page.navigate(site.url("/checkout.html"));
        assertThat(coverage(page).functionsWithoutACall()).containsExactly("pay");

        page.evaluate("pay()");
        assertThat(coverage(page).functionsWithoutACall()).isEmpty();
    }

    private static Coverage coverage(CDPSession page) {
        return page.send("Profiler.takePreciseCoverage", null, Coverage.class);
    }

    record RuleUsage(String styleSheetId, int startOffset, int endOffset, boolean used) {
        String text(CDPSession page) {
            var sheet = page.send("CSS.getStyleSheetText", Map.of("styleSheetId", styleSheetId));
            return sheet.path("text").asString().substring(startOffset, endOffset);
        }
    }

    record RuleUsages(List<RuleUsage> ruleUsage) {}

    @Test
    void finds_the_style_rules_that_apply(CDPSession page) {
        page.send("DOM.enable");
        page.send("CSS.enable");
        page.send("CSS.startRuleUsageTracking");
        page.navigate(site.url("/bill.html"));

        var usages =
                page.send("CSS.stopRuleUsageTracking", null, RuleUsages.class).ruleUsage();

        assertThat(usages.stream().filter(RuleUsage::used).map(rule -> rule.text(page)))
                .containsExactly("h1 { font-size: 20px; }");
    }
}
