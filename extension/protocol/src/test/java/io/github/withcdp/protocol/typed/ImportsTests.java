package io.github.withcdp.protocol.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Some domains have names that others have as well; this is how they are imported. */
class ImportsTests {

    private static final String STAR = "import io.github.withcdp.protocol.typed.*;\n";
    private static final String RUNTIME = "import io.github.withcdp.protocol.typed.Runtime;\n";

    private static String errors(String imports, String statement) {
        var text = imports + "class Test { Object test() { return " + statement + "; } }";
        return String.join("\n", new Compilation().add("Test", text).errors().values());
    }

    @Test
    void a_name_of_the_language_gives_way_to_a_single_import() {
        assertThat(errors(RUNTIME, "Runtime.evaluate(\"1\").returnByValue(true)"))
                .isEmpty();
        assertThat(errors(RUNTIME, "java.lang.Runtime.getRuntime()")).isEmpty();
    }

    @Test
    void a_star_is_enough_for_all_but_names_of_the_language() {
        assertThat(errors(STAR, "Page.reload()")).isEmpty();
        assertThat(errors(STAR, "Runtime.evaluate(\"1\")")).contains("reference to Runtime is ambiguous");
        assertThat(errors(STAR + RUNTIME, "Runtime.evaluate(\"1\")")).isEmpty();
    }

    @Test
    void both_packages_can_have_stars() {
        var stars = STAR + "import io.github.withcdp.protocol.typed.experimental.*;\n";

        assertThat(errors(stars, "java.util.List.of(Page.reload(), CSS.enable(), Storage.getCookies())"))
                .isEmpty();
    }

    @Test
    void a_name_of_ours_can_be_beside_those_of_a_session() {
        var target = "import io.github.withcdp.protocol.typed.Target;\n";
        var stars = STAR + "import io.github.withcdp.session.*;\n";

        assertThat(errors(stars, "Target.getTargets()")).contains("reference to Target is ambiguous");
        assertThat(errors(stars + target, "Target.getTargets()")).isEmpty();
    }

    @Test
    void constants_can_be_imported_by_themselves() {
        var jpeg = "import static io.github.withcdp.protocol.typed.Page.CaptureScreenshotFormat.JPEG;\n";

        assertThat(errors(STAR + jpeg, "Page.captureScreenshot().format(JPEG)")).isEmpty();
    }
}
