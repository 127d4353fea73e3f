package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportNameTests {

    private static final String CLASS = "com.acme.CheckoutTests$WhenLoggedIn";

    private static String test(String method, String invocation) {
        return ReportName.of(CLASS, method, invocation, "[id:" + method + "]").testFolder();
    }

    @Test
    void leaves_ordinary_names_alone() {
        assertThat(ReportName.of(CLASS, "pays_once", "", "id")).isEqualTo(new ReportName(CLASS, "pays_once"));
        assertThat(test("paysOnce", "3")).isEqualTo("paysOnce-3");
        assertThat(test("", "")).isEqualTo("class");
    }

    static String[] hostile() {
        return new String[] {
            "../../etc/passwd",
            "..",
            ".",
            ".git",
            "-rf",
            "a/b",
            "a\\b",
            "C:\\x",
            "nul\0byte",
            "trailing.",
            "trailing ",
            "emoji😀",
            "größe",
            "a:b*c?d\"e<f>g|h",
            "x".repeat(300),
            "😀".repeat(300),
            "new\nline",
            "   ",
            Reports.ESC + "[31m"
        };
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void makes_every_name_safe(String name) {
        var root = Path.of("reports").toAbsolutePath();
        var safe = ReportName.of(name, name, "", "id");

        assertThat(safe.testFolder())
                .matches("[A-Za-z0-9_$][A-Za-z0-9._$-]*-[0-9a-f]{8}")
                .hasSizeLessThanOrEqualTo(100);
        assertThat(safe.classFolder())
                .matches("[A-Za-z0-9_$][A-Za-z0-9._$-]*-[0-9a-f]{8}")
                .hasSizeLessThanOrEqualTo(100);
        assertThat(safe.below(root).getParent()).isEqualTo(root.resolve(safe.classFolder()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "Aux", "com1", "LPT9", "PRN.txt", "aux.acme.Tests", "CONIN$"})
    void avoids_what_Windows_takes_for_devices(String name) {
        assertThat(test(name, "")).startsWith("_" + name + "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSOLE", "com10", "nullable", "com.acme", "auxiliary"})
    void does_not_mistake_other_names_for_devices(String name) {
        assertThat(test(name, "")).isEqualTo(name);
    }

    @Test
    void tells_names_apart_that_become_the_same() {
        assertThat(test("a b", "")).isNotEqualTo(test("a?b", "")).startsWith("a_b-");
        assertThat(test("x".repeat(200) + "1", "")).isNotEqualTo(test("x".repeat(200) + "2", ""));
    }

    @Test
    void keeps_the_tests_of_a_class_together_whatever_its_name() {
        assertThat(ReportName.of("größe", "a", "", "1").classFolder())
                .isEqualTo(ReportName.of("größe", "b", "", "2").classFolder());
    }

    @Test
    void refuses_a_folder_outside_the_root() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportName("..", "x").below(Path.of("reports")))
                .withMessageContaining("is not below");
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportName("x", "..").below(Path.of("reports")));
    }

    @Test
    void gives_each_test_of_a_run_a_folder_of_its_own() {
        var names = new ReportNames();
        var first = names.claim(CLASS, "paysOnce", "", "[method:paysOnce()]");
        var overloaded = names.claim(CLASS, "paysOnce", "", "[method:paysOnce(CDPSession)]");
        var otherCase = names.claim(CLASS, "paysonce", "", "[method:paysonce()]");

        assertThat(first.testFolder()).isEqualTo("paysOnce");
        assertThat(overloaded.testFolder()).matches("paysOnce-[0-9a-f]{8}");
        assertThat(otherCase.testFolder()).matches("paysonce-[0-9a-f]{8}");
        assertThat(names.claim(CLASS, "paysOnce", "", "[method:paysOnce(CDPSession)]"))
                .isEqualTo(overloaded);
        assertThat(names.claim(CLASS, "paysOnce", "", "[method:paysOnce()]")).isEqualTo(first);
    }
}
