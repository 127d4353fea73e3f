package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.redaction.Redaction;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedactionParserTests {

    @Test
    void is_on_unless_somebody_says_otherwise() {
        assertThat(resolved(new RunFixture())).isEqualTo(Redaction.DEFAULT);
        assertThat(resolved(new RunFixture().property("withcdp.redact", "false"))
                        .on())
                .isFalse();
        assertThat(resolved(new RunFixture().environment("WITHCDP_REDACT", "false"))
                        .on())
                .isFalse();
    }

    @Test
    void concerns_failures_unless_somebody_says_otherwise() {
        assertThat(Redaction.DEFAULT.concernsFailures()).isTrue();
        assertThat(Redaction.OFF.concernsFailures()).isFalse();
        assertThat(resolved(new RunFixture().property("withcdp.redact.failures", "false")))
                .returns(false, Redaction::concernsFailures)
                .returns(true, Redaction::on);
        assertThat(resolved(new RunFixture().environment("WITHCDP_REDACT_FAILURES", "false"))
                        .concernsFailures())
                .isFalse();
        var code = OptionValues.NONE.with(Option.REDACT_FAILURES, false);
        var left = resolved(code, new RunFixture());
        assertThat(left.concernsFailures()).isFalse();
        assertThat(resolved(code, new RunFixture().property("withcdp.redact.failures", "true"))
                        .concernsFailures())
                .isTrue();
        assertThat(left.withValues(Set.of("hunter2")).concernsFailures()).isFalse();
    }

    @Test
    void adds_what_the_run_says_to_what_the_code_says() {
        var code = OptionValues.NONE
                .with(Option.REDACT_HEADERS, Set.of("x-a"))
                .with(Option.REDACT_VALUES, Set.of("one, two"));
        var redaction = resolved(
                code,
                new RunFixture()
                        .property("withcdp.redact.headers", "X-Tenant, X-B")
                        .parameter("withcdp.redact.fields", "shoeSize,")
                        .property("withcdp.redact.values", "three,four"));

        assertThat(redaction.headers()).containsExactlyInAnyOrder("x-a", "x-tenant", "x-b");
        assertThat(redaction.fields()).containsExactly("shoesize");
        assertThat(redaction.values()).containsExactlyInAnyOrder("one, two", "three", "four");
    }

    @Test
    void separates_patterns_by_line_breaks_and_by_commas_outside_of_brackets() {
        assertThat(RedactionParser.split("a{2,3},[,\\]]x\nb(c,d) , e\\,f,,\r\n g"))
                .containsExactly("a{2,3}", "[,\\]]x", "b(c,d)", "e\\,f", "g");
        assertThat(resolved(new RunFixture().property("withcdp.redact.patterns", "CUST-\\d{3,5},x+"))
                        .patterns())
                .extracting(Pattern::pattern)
                .containsExactly("CUST-\\d{3,5}", "x+");
    }

    @Test
    void says_which_pattern_is_wrong_and_where_but_not_what_it_says() {
        assertThatThrownBy(() -> resolved(new RunFixture().property("withcdp.redact.patterns", "fine,sec(ret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "withcdp.redact.patterns (system property): pattern 2 of 2 is no regular expression: Unclosed group near its character")
                .hasMessageNotContaining("sec(ret");
    }

    @Test
    void never_prints_a_value() {
        assertThatThrownBy(() -> resolved(new RunFixture().environment("WITHCDP_REDACT_VALUES", "hunter2,qz")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "WITHCDP_REDACT_VALUES (environment variable): value 2 of 2 has fewer than 3 characters")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("qz");
        assertThat(resolved(new RunFixture().property("withcdp.redact.values", "hunter2"))
                        .toString())
                .doesNotContain("hunter2");
    }

    private static Redaction resolved(RunFixture run) {
        return resolved(OptionValues.NONE, run);
    }

    private static Redaction resolved(OptionValues code, RunFixture run) {
        return RedactionParser.redaction(Settings.resolve(code, run.sources()));
    }
}
