package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.redaction.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SettingsTests {

    private static final ClassOptions NOTHING = ClassOptions.none(name -> "code." + name);
    private static final ClassOptions CODE = annotated(ConfiguredCase.class);

    @Test
    void are_the_defaults_if_nobody_says_anything() {
        var settings = Settings.resolve(NOTHING, new RunFixture().sources());

        assertThat(settings.source())
                .isEqualTo(new BrowserSource.Launch(
                        Headless.NEW, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(settings.redaction()).isEqualTo(Redaction.DEFAULT);
        assertThat(Option.all())
                .allSatisfy(option -> assertThat((Object) settings.get(option)).isEqualTo(option.defaultValue()));
    }

    @Test
    void are_what_the_annotation_says() {
        Settings settings = Settings.resolve(CODE, new RunFixture().sources());

        assertThat(launch(settings).headless()).isEqualTo(Headless.SHELL);
        assertThat(launch(settings).args()).containsExactly("--lang=de");
        assertThat(launch(settings).executable()).contains(Path.of("/opt/chrome"));
        assertThat(settings.get(Option.DOMAINS)).containsExactly("DOM");
        assertThat(settings.get(Option.AUTO_ATTACH)).isFalse();
        assertThat(settings.get(Option.REPORT)).isEqualTo(ReportMode.ALWAYS);
        assertThat(settings.get(Option.TIMEOUT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.get(Option.DOWNLOADS)).contains(Path.of("here"));
    }

    @Test
    void are_what_the_run_says_rather_than_the_code() {
        Settings settings = Settings.resolve(
                CODE,
                new RunFixture()
                        .property("withcdp.headless", "off")
                        .property("withcdp.args", "--lang=fr '--a=b c'")
                        .property("withcdp.executable", "/usr/bin/chromium")
                        .parameter("withcdp.domains", "Page, CSS")
                        .parameter("withcdp.autoAttach", "true")
                        .parameter("withcdp.joinPage", "false")
                        .environment("WITHCDP_REPORT", "never")
                        .environment("WITHCDP_TIMEOUT", "5 s")
                        .environment("WITHCDP_DOWNLOADS", "there")
                        .sources());

        assertThat(launch(settings).headless()).isEqualTo(Headless.OFF);
        assertThat(launch(settings).args()).containsExactly("--lang=fr", "--a=b c");
        assertThat(launch(settings).executable()).contains(Path.of("/usr/bin/chromium"));
        assertThat(settings.get(Option.DOMAINS)).containsExactly("Page", "CSS");
        assertThat(settings.get(Option.AUTO_ATTACH)).isTrue();
        assertThat(settings.get(Option.JOIN_PAGE)).isFalse();
        assertThat(settings.get(Option.REPORT)).isEqualTo(ReportMode.NEVER);
        assertThat(settings.get(Option.TIMEOUT)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.get(Option.DOWNLOADS)).contains(Path.of("there"));
    }

    @Test
    void can_be_emptied_by_the_run() {
        Settings settings = Settings.resolve(
                CODE,
                new RunFixture()
                        .property("withcdp.args", "")
                        .property("withcdp.executable", "")
                        .property("withcdp.domains", "")
                        .property("withcdp.downloads", "")
                        .sources());

        assertThat(launch(settings).args()).isEmpty();
        assertThat(launch(settings).executable()).isEmpty();
        assertThat(settings.get(Option.DOMAINS)).isEmpty();
        assertThat(settings.get(Option.DOWNLOADS)).isEmpty();
    }

    @Test
    void know_keys_that_belong_to_a_run_and_not_to_a_class() {
        Settings settings = Settings.resolve(
                CODE,
                new RunFixture()
                        .property("withcdp.launch.timeout", "1 m")
                        .property("withcdp.log", "true")
                        .environment("WITHCDP_CI_ANNOTATIONS", "true")
                        .property("withcdp.reports.dir", "build/reports")
                        .property("withcdp.transport", "WebSocket")
                        .sources());

        assertThat(settings.get(Option.LAUNCH_TIMEOUT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.get(Option.LOG))
                .hasValueSatisfying(log -> assertThat(log.isOn()).isTrue());
        assertThat(settings.get(Option.CI_ANNOTATIONS)).isTrue();
        assertThat(settings.get(Option.REPORTS_DIR)).contains(Path.of("build/reports"));
        assertThat(launch(settings).transport()).contains(TransportKind.WEBSOCKET);
    }

    @Test
    void know_the_limit_of_assertions_from_wherever_it_is_given() {
        assertThat(Settings.resolve(CODE, new RunFixture().sources()).get(Option.ASSERTION_TIMEOUT))
                .hasSeconds(5);
        assertThat(List.of(
                        new RunFixture().parameter("withcdp.assertion.timeout", "20 s"),
                        new RunFixture().property("withcdp.assertion.timeout", "20 s"),
                        new RunFixture().environment("WITHCDP_ASSERTION_TIMEOUT", "20 s")))
                .allSatisfy(
                        run -> assertThat(Settings.resolve(CODE, run.sources()).get(Option.ASSERTION_TIMEOUT))
                                .hasSeconds(20));
        assertThatThrownBy(() -> Settings.resolve(
                        CODE,
                        new RunFixture()
                                .parameter("withcdp.assertion.timeout", "soon")
                                .sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "withcdp.assertion.timeout (configuration parameter): \"soon\" is not a duration from 1 ms to 24 h.");
    }

    @Test
    void follow_the_first_source_that_says_something() {
        var run = new RunFixture();
        assertThat(Settings.resolve(CODE, run.sources()).get(Option.TIMEOUT)).hasSeconds(3);

        run.environment("WITHCDP_TIMEOUT", "4 s");
        assertThat(Settings.resolve(CODE, run.sources()).get(Option.TIMEOUT)).hasSeconds(4);

        run.parameter("withcdp.timeout", "5 s");
        assertThat(Settings.resolve(CODE, run.sources()).get(Option.TIMEOUT)).hasSeconds(5);

        run.property("withcdp.timeout", "6 s");
        assertThat(Settings.resolve(CODE, run.sources()).get(Option.TIMEOUT)).hasSeconds(6);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9223372036854775807",
        "1 MiB, 1048576",
        "1.5 GiB, 1610612736",
        "500MB, 524288000",
        "2g, 2147483648",
        "1 tb, 1099511627776"
    })
    void have_a_limit_for_recordings(String text, long bytes) {
        var run = new RunFixture().property("withcdp.recording.limit", text).sources();

        assertThat(Settings.resolve(CODE, run).get(Option.RECORDING_LIMIT)).isEqualTo(bytes);
    }

    @Test
    void replay_whatever_else_says_where_browsers_come_from() {
        var run = new RunFixture()
                .environment("WITHCDP_REPLAY", "last-night")
                .environment("WITHCDP_ENDPOINT", "9222")
                .property("withcdp.headless", "off")
                .property("withcdp.replay.speed", "1.5")
                .property("withcdp.replay.unused", "fail")
                .sources();

        var settings = Settings.resolve(CODE, run);

        assertThat(settings.isReplay()).isTrue();
        assertThat(settings.source())
                .isEqualTo(new BrowserSource.Replay(Path.of("last-night").toAbsolutePath()));
        assertThat(settings.get(Option.REPLAY_SPEED)).isEqualTo(1.5);
        assertThat(settings.get(Option.REPLAY_UNUSED)).isEqualTo(UnusedCommands.FAIL);
        assertThat(Settings.resolve(CODE, new RunFixture().sources()).isReplay())
                .isFalse();
    }

    @Test
    void refuse_an_unknown_key() {
        assertThatThrownBy(() -> Settings.resolve(
                        CODE, new RunFixture().property("withcdp.picture", "x").sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("withcdp.picture (system property): there is no such key.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            withcdp.replay.speed   | fast    | "fast" is no speed. Write 1 for the pace of the recording, 2 for twice as fast, or 0 if no time shall pass; 1000 is the fastest.
            withcdp.replay.speed   | -1      | "-1" is no speed. Write 1 for the pace of the recording, 2 for twice as fast, or 0 if no time shall pass; 1000 is the fastest.
            withcdp.replay.unused  | never   | "never" is not one of report, fail.
            withcdp.replay         | true    | "true" is not a directory. Write the path of one; an empty one stands for the default.
            withcdp.headless       | true    | "true" is not one of new, shell, off.
            withcdp.args           | gpu     | "gpu" is not a switch of Chrome. Switches begin with two hyphens, as --disable-gpu does.
            withcdp.domains        | page    | "page" is not the name of a domain. Write the name alone, as in Network: its enable is sent for you. Did you mean Page?
            withcdp.autoAttach     | yes     | "yes" is neither true nor false.
            withcdp.joinPage       | yes     | "yes" is neither true nor false.
            withcdp.report         | failure | "failure" is not one of on-failure, always, never.
            withcdp.reports.dir    | false   | "false" is not a directory. Write the path of one; an empty one stands for the default.
            withcdp.recording.limit | 2000   | "2000" is not a size of at least 1 MiB. Write it as 2 GiB, 500 MiB or 1.5 GiB; 0 is no limit.
            withcdp.recording.limit | 1 KiB  | "1 KiB" is not a size of at least 1 MiB. Write it as 2 GiB, 500 MiB or 1.5 GiB; 0 is no limit.
            withcdp.downloads      | allow   | "allow" is not a directory. Write the path of one; an empty one stands for the default.
            withcdp.timeout        | 0       | "0" is not a duration from 1 ms to 24 h. Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds.
            withcdp.launch.timeout | -1 s    | "-1 s" is not a duration from 1 ms to 24 h. Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds.
            withcdp.transport      | http    | "http" is not one of pipe, websocket.
            withcdp.log            | on      | "on" is neither true nor false, nor a pattern for methods, as in Network.* or -Network.dataReceived, nor one for sessions, as in session:page or -session:*worker.
            withcdp.ci.annotations | github  | "github" is neither true nor false.
            """)
    void refuse_a_bad_value(String key, String text, String complaint) {
        assertThatThrownBy(() -> Settings.resolve(
                        CODE, new RunFixture().property(key, text).sources()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + " (system property): " + complaint);
    }

    @Nested
    class With_an_endpoint {

        static final List<Option<?>> FOR_A_LAUNCHED_BROWSER =
                List.of(Option.HEADLESS, Option.ARGS, Option.EXECUTABLE, Option.TRANSPORT);

        private final ClassOptions attaching = annotated(AttachingCase.class);

        @Test
        void attach_where_the_code_says() {
            assertThat(endpointOf(attaching, new RunFixture())).contains("9222");
        }

        @Test
        void attach_where_the_run_says_rather_than_the_code() {
            assertThat(endpointOf(attaching, new RunFixture().environment("WITHCDP_ENDPOINT", " host:1 ")))
                    .contains("host:1");
        }

        @Test
        void launch_after_all_if_the_run_takes_it_away() {
            assertThat(endpointOf(attaching, new RunFixture().property("withcdp.endpoint", "")))
                    .isEmpty();
        }

        @Test
        void set_aside_what_the_code_says_about_launching() {
            Settings settings = Settings.resolve(
                    CODE, new RunFixture().property("withcdp.endpoint", "9222").sources());

            assertThat(settings.source()).isInstanceOf(BrowserSource.Attach.class);
            assertThat(settings.get(Option.DOMAINS)).containsExactly("DOM");
            assertThat(settings.get(Option.TIMEOUT)).hasSeconds(3);
        }

        @Test
        void set_aside_what_the_run_says_about_launching_to_other_classes() {
            Settings settings = Settings.resolve(
                    attaching,
                    new RunFixture()
                            .property("withcdp.headless", "shell")
                            .parameter("withcdp.transport", "pipe")
                            .environment("WITHCDP_EXECUTABLE", "/opt/chrome")
                            .sources());

            assertThat(settings.source()).isInstanceOf(BrowserSource.Attach.class);
        }

        @Test
        void set_aside_what_another_source_says_about_launching() {
            Settings settings = Settings.resolve(
                    CODE,
                    new RunFixture()
                            .property("withcdp.endpoint", "9222")
                            .parameter("withcdp.headless", "shell")
                            .sources());

            assertThat(settings.source()).isInstanceOf(BrowserSource.Attach.class);
        }

        @Test
        void still_refuse_a_bad_value_for_launching() {
            var run = new RunFixture().property("withcdp.headless", "shel").sources();

            assertThatThrownBy(() -> Settings.resolve(attaching, run))
                    .hasMessage("withcdp.headless (system property): \"shel\" is not one of new, shell, off.");
        }

        @ParameterizedTest
        @FieldSource("FOR_A_LAUNCHED_BROWSER")
        void refuse_one_source_that_says_both(Option<?> key) {
            var properties =
                    new RunFixture().property("withcdp.endpoint", "9222").property(key.property(), "x");
            var parameters =
                    new RunFixture().parameter("withcdp.endpoint", "9222").parameter(key.property(), "x");
            var variables = new RunFixture()
                    .environment("WITHCDP_ENDPOINT", "9222")
                    .environment(key.environmentVariable(), "x");

            assertExcluded(
                    properties, "withcdp.endpoint (system property) and " + key.property() + " (system property)");
            assertExcluded(
                    parameters,
                    "withcdp.endpoint (configuration parameter) and " + key.property() + " (configuration parameter)");
            assertExcluded(
                    variables,
                    "WITHCDP_ENDPOINT (environment variable) and " + key.environmentVariable()
                            + " (environment variable)");
        }

        @Test
        void do_not_mind_that_one_source_takes_the_other_away() {
            var run = new RunFixture().property("withcdp.endpoint", "9222").property("withcdp.args", "");
            var other = new RunFixture().property("withcdp.endpoint", "").property("withcdp.args", "--lang=fr");

            assertThat(endpointOf(CODE, run)).contains("9222");
            assertThat(launch(Settings.resolve(attaching, other.sources())).args())
                    .containsExactly("--lang=fr");
        }

        @Test
        void may_join_its_page() {
            assertThat(Settings.resolve(
                                    annotated(JoiningCase.class),
                                    new RunFixture()
                                            .property("withcdp.endpoint", "9222")
                                            .sources())
                            .get(Option.JOIN_PAGE))
                    .isTrue();
        }

        private void assertExcluded(RunFixture run, String both) {
            assertThatThrownBy(() -> Settings.resolve(NOTHING, run.sources()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(both + " exclude each other: an endpoint attaches to a browser that is already running,"
                            + " the other one is for a browser that is launched. Remove one of them.");
        }

        private Optional<String> endpointOf(ClassOptions code, RunFixture run) {
            return Settings.resolve(code, run.sources()).source() instanceof BrowserSource.Attach attach
                    ? Optional.of(attach.endpoint().get())
                    : Optional.empty();
        }
    }

    @Nested
    class Without_an_endpoint {

        private static final String REST = ": true takes the page of a browser that is already running,"
                + " but this one is launched. Give an endpoint (withcdp.endpoint), or leave joinPage out.";

        @Test
        void refuse_an_annotation_that_wants_to_join_a_page() {
            assertThatThrownBy(() -> Settings.resolve(annotated(JoiningCase.class), new RunFixture().sources()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("@WithCDP(joinPage) on " + JoiningCase.class.getName() + REST);
        }

        @Test
        void refuse_a_run_that_wants_to_join_a_page() {
            var run = new RunFixture().environment("WITHCDP_JOIN_PAGE", "true").sources();

            assertThatThrownBy(() -> Settings.resolve(CODE, run))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("WITHCDP_JOIN_PAGE (environment variable)" + REST);
        }
    }

    private static BrowserSource.Launch launch(Settings settings) {
        return (BrowserSource.Launch) settings.source();
    }

    private static ClassOptions annotated(Class<?> owner) {
        return ClassOptions.of(Objects.requireNonNull(owner.getAnnotation(WithCDP.class)), owner);
    }

    @WithCDP(
            headless = Headless.SHELL,
            args = "--lang=de",
            executable = "/opt/chrome",
            domains = "DOM",
            autoAttach = false,
            report = ReportMode.ALWAYS,
            timeout = "3 s",
            downloads = "here")
    private static final class ConfiguredCase {}

    @WithCDP(endpoint = "9222")
    private static final class AttachingCase {}

    @WithCDP(joinPage = true)
    private static final class JoiningCase {}
}
