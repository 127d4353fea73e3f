package io.github.withcdp.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Page.navigate                      | {"url":"about:blank"}              | ''
            Acme.frobnicate                    | {"any":"thing"}                    | ''
            Page.navigate                      | {"referrerPolicy":"origin"}        | param referrerPolicy experimental
            DOM.getAnchorElement               | {}                                 | experimental
            Network.getAllCookies              | {}                                 | deprecated: use Storage.getCookies instead
            Browser.grantPermissions           | {"permissions":[]}                 | deprecated: use Browser.setPermission instead
            Page.clearGeolocationOverride      | {}                                 | deprecated: use Emulation.clearGeolocationOverride
            Page.deleteCookie                  | {}                                 | deprecated
            Page.downloadWillBegin             | {}                                 | deprecated: use Browser.downloadWillBegin instead
            Console.enable                     | {}                                 | deprecated: use Runtime or Log instead
            Schema.getDomains                  | {}                                 | deprecated
            Target.sendMessageToTarget         | {"message":"","targetId":"7"}      | deprecated: consider using flat mode instead; see commands Target.attachToTarget, Target.setAutoAttach, and crbug.com/991325; param targetId deprecated
            Target.detachFromTarget            | {"sessionId":"7"}                  | ''
            Network.emulateNetworkConditions   | {}                                 | deprecated: in favor of the Network.emulateNetworkConditionsByRule and Network.overrideNetworkState commands, which can be used together to the same effect
            HeapProfiler.takeHeapSnapshot      | {"treatGlobalObjectsAsRoots":true} | experimental; param treatGlobalObjectsAsRoots deprecated: in favor of `exposeInternals`
            Overlay.highlightNode              | {"highlightConfig":{"gridHighlightConfig":{"cellBorderDash":true}}} | experimental; param highlightConfig.gridHighlightConfig.cellBorderDash deprecated: us rowLineDash and columnLineDash instead""")
    void says_what_may_change_or_go_and_what_replaces_it(String method, String params, String words) {
        assertThat(Standing.words(ProtocolSchema.pinned(), method, Json.read(params)))
                .isEqualTo(words);
    }

    @Test
    void everything_deprecated_is_told() {
        var schema = ProtocolSchema.pinned();
        assertThat(schema.methods())
                .filteredOn(SchemaMethod::deprecated)
                .hasSizeGreaterThan(40)
                .allSatisfy(method -> assertThat(Standing.words(schema, method.name(), Json.object()))
                        .startsWith("deprecated")
                        .doesNotEndWith(".")
                        .hasSizeLessThan(220));
    }

    @Test
    void the_strict_hear_of_it_only_if_they_want_to_be_warned() {
        assertThat(deprecations(Strictness.of(true, false, List.of())))
                .containsExactly(
                        "Target.sendMessageToTarget is deprecated: consider using flat mode instead; see commands Target.attachToTarget, Target.setAutoAttach, and crbug.com/991325.",
                        "The param \"targetId\" of Target.sendMessageToTarget is deprecated.");
        assertThat(deprecations(Strictness.of(true, false, List.of("Target.sendMessage*"))))
                .isEmpty();
        assertThat(deprecations(Strictness.of(true, true, List.of()))).isEmpty();
        assertThat(deprecations(Strictness.OFF)).isEmpty();
    }

    private static List<String> deprecations(Strictness strictness) {
        return new StrictNames(
                        strictness,
                        () -> new SchemaCheck(ProtocolSchema.pinned(), new RemoteVersion(156), Set.of()::contains))
                .deprecations("Target.sendMessageToTarget", Json.read("{\"message\":\"\",\"targetId\":\"7\"}"));
    }
}
