package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Look at a page as a screen reader does. */
@WithCDP
class AccessibilityTreeTests {

    private static final Set<String> CONTROLS = Set.of("button", "link", "textbox", "checkbox", "combobox");

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @BeforeEach
    void opensTheCheckout(CDPSession page) {
        page.navigate(site.url("/checkout.html"));
    }

    @Test
    void a_page_is_read_from_its_heading_to_its_button(CDPSession page) {
        assertThat(nodes(page).map(node -> role(node) + ": " + name(node)))
                .containsSubsequence("RootWebArea: Checkout", "heading: Checkout", "button: Pay");
    }

    @Test
    void every_control_has_a_name(CDPSession page) {
        assertThat(nodes(page).filter(node -> CONTROLS.contains(role(node))))
                .isNotEmpty()
                .noneMatch(node -> name(node).isEmpty());
    }

    @Test
    void a_button_is_found_by_its_name(CDPSession page) {
        var document = page.send("DOM.getDocument").at("/root/nodeId");

        var buttons = page.send(
                "Accessibility.queryAXTree", Map.of("nodeId", document, "role", "button", "accessibleName", "Pay"));

        assertThat(buttons.path("nodes")).isArray().hasSize(1);
    }

    private static Stream<JsonNode> nodes(CDPSession page) {
        return page.send("Accessibility.getFullAXTree").path("nodes").valueStream();
    }

    private static String role(JsonNode node) {
        return node.at("/role/value").asString();
    }

    private static String name(JsonNode node) {
        return node.at("/name/value").asString("");
    }
}
