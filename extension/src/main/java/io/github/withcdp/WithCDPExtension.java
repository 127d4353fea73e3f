package io.github.withcdp;

import static io.github.withcdp.internal.lifecycle.ConfigurationErrors.translated;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.config.ClassOptions;
import io.github.withcdp.internal.config.ConfiguredValue;
import io.github.withcdp.internal.config.DomainNames;
import io.github.withcdp.internal.config.DurationParser;
import io.github.withcdp.internal.config.EndpointHeaders;
import io.github.withcdp.internal.config.EndpointParser;
import io.github.withcdp.internal.config.FaultParser;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.PathParser;
import io.github.withcdp.internal.config.PlaceParser;
import io.github.withcdp.internal.config.RedactionParser;
import io.github.withcdp.internal.config.StrictParser;
import io.github.withcdp.internal.config.SwitchesParser;
import io.github.withcdp.internal.lifecycle.Fixtures;
import io.github.withcdp.internal.lifecycle.Injection;
import io.github.withcdp.internal.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.testcontainers.containers.GenericContainer;

/**
 * What {@link WithCDP} does, without an annotation: for options that only code can give.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WithCDPExtension cdp = WithCDPExtension.builder().endpoint(() -> driverEndpoint()).build();
 * }</pre>
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class WithCDPExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                AfterAllCallback,
                AfterEachCallback,
                AfterTestExecutionCallback,
                LifecycleMethodExecutionExceptionHandler,
                InvocationInterceptor,
                ParameterResolver,
                TestExecutionExceptionHandler {

    private final Optional<ClassOptions> options;
    private final Lifecycle lifecycle;

    /** Create the extension for {@link WithCDP}, which brings the options. */
    WithCDPExtension() {
        this.options = Optional.empty();
        this.lifecycle = new Lifecycle(new Fixtures(options, WithCDP.class));
    }

    private WithCDPExtension(ClassOptions options) {
        this.options = Optional.of(options);
        this.lifecycle = new Lifecycle(new Fixtures(this.options, this));
    }

    /** Return a builder in which every option has the default that it has in {@link WithCDP}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Return what the builder was told; nothing if the options are those of an annotation. */
    Optional<ClassOptions> options() {
        return options;
    }

    // --- Called by JUnit

    /** Return the scope of a test: a constructor of an instance that serves one test gets what that test gets. */
    // Declared by ParameterResolver since JUnit 5.12. An older one could not load a class that implements its interface
    // by name, and so nobody could be told.
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Skip what needs Docker where there is none, if that was asked for. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return lifecycle
                .whyDisabled(context)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
    }

    /** Check the configuration; the browser starts when it is first needed. */
    @Override
    public void beforeAll(ExtensionContext context) {
        lifecycle.onClassBegin(context);
    }

    /** Return whether this is a parameter for a session, a browser or a recording. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.concerns(parameter);
    }

    /** Fill a parameter. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lifecycle.resolve(parameter, context);
    }

    /** Look at the pages, and pass the failure on, without secrets. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw lifecycle.onFailure(context, "", failure);
    }

    /** Look at the pages of a test that has failed, before {@code @AfterEach} tidies up. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        lifecycle.onExecuted(context);
    }

    /** Fail the test if a handler has failed or the browser has died, and report a failure. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        lifecycle.onEnd(context);
    }

    /** The same for what the class itself has done. */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        lifecycle.onEnd(context);
    }

    /** Report each failed test of a factory by itself. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        lifecycle.runDynamicTest(invocation, context);
    }

    /** Look at the pages, and pass the failure on, without secrets. */
    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw lifecycle.onFailure(context, "@BeforeAll", failure);
    }

    /** Look at the pages, and pass the failure on, without secrets. */
    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw lifecycle.onFailure(context, "@BeforeEach", failure);
    }

    /** Look at the pages, and pass the failure on, without secrets. */
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw lifecycle.onFailure(context, "@AfterEach", failure);
    }

    /** Look at the pages, and pass the failure on, without secrets. */
    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw lifecycle.onFailure(context, "@AfterAll", failure);
    }

    /**
     * Collects the options; each one can be overridden by the run, as {@link WithCDP} tells.
     * A value that cannot be is refused by the method that takes it, with an {@link ExtensionConfigurationException}.
     */
    public static final class Builder {

        private ClassOptions options = ClassOptions.none(Builder::where);

        private Builder() {}

        /**
         * Set how a launched browser shows itself; default {@link Headless#NEW}, overridden by {@code withcdp.headless}.
         *
         * @throws ExtensionConfigurationException if the browser comes from an endpoint or a container, or it is {@link Headless#SHELL} and comes from a Grid
         */
        public Builder headless(Headless headless) {
            return with(Option.HEADLESS, Objects.requireNonNull(headless, "headless"));
        }

        /**
         * Set further switches for a launched browser; default none, overridden by {@code withcdp.args}.
         *
         * @throws ExtensionConfigurationException if one is not a switch, or there is an endpoint
         */
        public Builder args(String... args) {
            return parsed(Option.ARGS, () -> SwitchesParser.check(List.of(args), where("args")));
        }

        /**
         * Set the browser's program file; by default it is looked for; overridden by {@code withcdp.executable}.
         *
         * @throws ExtensionConfigurationException if the path is empty, or the browser comes from an endpoint, a container or a Grid
         */
        public Builder executable(Path executable) {
            return parsed(Option.EXECUTABLE, () -> Optional.of(PathParser.check(executable, where("executable"))));
        }

        /**
         * Attach to a browser that is running already; by default one is launched; overridden by {@code withcdp.endpoint}.
         *
         * @param endpoint a port, {@code host:port}, {@code http(s)://…} or {@code ws(s)://…}
         * @throws ExtensionConfigurationException if it is blank, or there are options for a browser that is launched
         */
        public Builder endpoint(String endpoint) {
            return parsed(Option.ENDPOINT, () -> {
                var text = new ConfiguredValue(endpoint, where("endpoint"));
                return Optional.of(
                        EndpointParser.parse(text)
                                .orElseThrow(
                                        () -> text.refused(
                                                "is not an endpoint."
                                                        + " Write a port, host:port, http(s)://… or ws(s)://…, or leave it out to launch a browser.")));
            });
        }

        /**
         * Attach to a browser that will be running when the first session is needed: the supplier is asked then.
         * By default one is launched; overridden by {@code withcdp.endpoint}.
         *
         * @param endpoint returns a port, {@code host:port}, {@code http(s)://…} or {@code ws(s)://…}
         * @throws ExtensionConfigurationException if there are options for a browser that is launched
         */
        public Builder endpoint(Supplier<String> endpoint) {
            Objects.requireNonNull(endpoint, "endpoint");
            return with(Option.ENDPOINT, Optional.of(EndpointParser.check(endpoint, where("endpoint"))));
        }

        /**
         * Send headers with every request to the endpoint, for example {@code Authorization}; overridden by
         * {@code withcdp.endpoint.headers}. Their values are secrets, taken out of reports, failures and the log. Needs an
         * endpoint, from here or from the run.
         *
         * @param headers by name
         * @throws ExtensionConfigurationException if one cannot be a header, or is one that WithCDP sets itself
         */
        public Builder endpointHeaders(Map<String, String> headers) {
            var copy = Map.copyOf(headers);
            return parsed(Option.ENDPOINT_HEADERS, () -> {
                var checked = EndpointHeaders.check(copy, where("endpointHeaders"));
                return () -> checked;
            });
        }

        /**
         * Send headers with every request to the endpoint, asked for when the first session is needed.
         *
         * @param headers returns them by name; that one of them cannot be sent is told when they are asked for
         */
        public Builder endpointHeaders(Supplier<Map<String, String>> headers) {
            Objects.requireNonNull(headers, "headers");
            return with(
                    Option.ENDPOINT_HEADERS,
                    () -> EndpointHeaders.check(Map.copyOf(headers.get()), where("endpointHeaders")));
        }

        /**
         * Run tests again from their reports, without a browser; those that have none are skipped. Goes before all places that a browser may come from;
         * by default no test does; overridden by {@code withcdp.replay}.
         *
         * @param recordings a folder with reports below it, that of one report, or its {@code traffic.jsonl}
         * @throws ExtensionConfigurationException if the path is empty
         */
        public Builder replay(Path recordings) {
            Objects.requireNonNull(recordings, "recordings");
            return parsed(Option.REPLAY, () -> Optional.of(PathParser.check(recordings, where("replay"))));
        }

        /**
         * Take the browser from a container of this image; by default one is launched on this machine; overridden by {@code withcdp.image}.
         *
         * @param image its name, or {@code default}
         * @throws ExtensionConfigurationException if it is blank, or there are options for another place
         */
        public Builder image(String image) {
            return parsed(
                    Option.IMAGE,
                    () -> Optional.of(present(image, "image", "an image, as in chromedp/headless-shell:stable")));
        }

        /**
         * Take the browser from a container that the supplier configures; it is asked when the browser is needed. The container is used as it is: with
         * its own image, command, waits, networks and reuse. It needs an exposed port, 9222 for DevTools or 4444 for a Selenium Grid, or just one.
         * It is started unless it runs, and stopped after the last test of the class unless it was running before or is kept for reuse.
         * Chrome wants shared memory: {@code withSharedMemorySize(2L << 30)}; and a name for the host: {@code withExtraHost("host.docker.internal", "host-gateway")}.
         * Testcontainers publishes ports on all addresses of the machine, {@link #image(String)} on 127.0.0.1 only. Overridden by {@code withcdp.image}.
         *
         * @param container makes it, or returns one that runs already
         * @throws ExtensionConfigurationException if there are options for another place
         */
        public Builder container(Supplier<? extends GenericContainer<?>> container) {
            return with(Option.CONTAINER, Optional.of(Objects.requireNonNull(container, "container")));
        }

        /**
         * Set whether the class is skipped if its browser needs Docker and there is none, or no Testcontainers on the class path; default {@code false},
         * overridden by {@code withcdp.disabledWithoutDocker}.
         */
        public Builder disabledWithoutDocker(boolean disabledWithoutDocker) {
            return with(Option.DISABLED_WITHOUT_DOCKER, disabledWithoutDocker);
        }

        /**
         * Take the browser from a Selenium Grid; by default one is launched on this machine; overridden by {@code withcdp.grid}.
         *
         * @param url as in {@code http://grid:4444}, with user and password if it asks for them
         * @throws ExtensionConfigurationException if it is blank, or there are options for another place
         */
        public Builder grid(String url) {
            return parsed(
                    Option.GRID,
                    () -> PlaceParser.url(new ConfiguredValue(
                            present(url, "grid", "the URL of a Grid, as in http://grid:4444"), where("grid"))));
        }

        /**
         * Set what the Grid is asked for besides Chrome; overridden by {@code withcdp.grid.capabilities}.
         *
         * @param json an object of capabilities, or one with {@code alwaysMatch} and {@code firstMatch}
         * @throws ExtensionConfigurationException if it is no JSON object
         */
        public Builder gridCapabilities(String json) {
            return parsed(
                    Option.GRID_CAPABILITIES,
                    () -> PlaceParser.capabilities(new ConfiguredValue(json, where("gridCapabilities"))));
        }

        /**
         * Set the domains that are enabled in every session before its page runs;
         * default {@code Page}, {@code Runtime}, {@code Network}, {@code Log}; overridden by {@code withcdp.domains}.
         *
         * @throws ExtensionConfigurationException if one does not look like {@code Network}
         */
        public Builder domains(String... domains) {
            return parsed(Option.DOMAINS, () -> DomainNames.check(List.of(domains), where("domains")));
        }

        /** Set whether workers, out-of-process iframes and popups get sessions by themselves; default {@code true}, overridden by {@code withcdp.autoAttach}. */
        public Builder autoAttach(boolean autoAttach) {
            return with(Option.AUTO_ATTACH, autoAttach);
        }

        /**
         * Set whether tests take the page that an attached browser shows already, instead of a fresh one; default {@code false}, overridden by {@code withcdp.joinPage}.
         * Needs an endpoint, from here or from the run.
         */
        public Builder joinPage(boolean joinPage) {
            return with(Option.JOIN_PAGE, joinPage);
        }

        /** Set the faults of a page that fail a test which did not deal with them; default none, overridden by {@code withcdp.failOn}. See {@link WithCDP#failOn()}. */
        public Builder failOn(FailOn... faults) {
            return with(Option.FAIL_ON, Set.copyOf(List.of(faults)));
        }

        /**
         * Add patterns for faults that are allowed; {@code withcdp.failOn.allow} adds more. See {@link WithCDP#failOnAllow()}.
         *
         * @throws ExtensionConfigurationException if one is blank
         */
        public Builder failOnAllow(String... patterns) {
            return parsed(
                    Option.FAIL_ON_ALLOW, () -> FaultParser.checkPatterns(List.of(patterns), where("failOnAllow")));
        }

        /** Set how strictly names and params are compared with the protocol; default {@link Strict#FAIL}, overridden by {@code withcdp.strict}. See {@link WithCDP#strict()}. */
        public Builder strict(Strict strict) {
            return with(Option.STRICT, Objects.requireNonNull(strict, "strict"));
        }

        /**
         * Add names that are let through whatever the protocol says; {@code withcdp.strict.allow} adds more. See {@link WithCDP#strictAllow()}.
         *
         * @throws ExtensionConfigurationException if one cannot be a name
         */
        public Builder strictAllow(String... patterns) {
            return parsed(
                    Option.STRICT_ALLOW, () -> StrictParser.checkPatterns(List.of(patterns), where("strictAllow")));
        }

        /** Set when a report is written; default {@link ReportMode#ON_FAILURE}, overridden by {@code withcdp.report}. */
        public Builder report(ReportMode report) {
            return with(Option.REPORT, Objects.requireNonNull(report, "report"));
        }

        /** Set whether the pages of a test are filmed for its report, which they are not by default; overridden by {@code withcdp.film}. */
        public Builder film(boolean film) {
            return with(Option.FILM, film);
        }

        /**
         * Set how long one command may take; default 10 s, overridden by {@code withcdp.timeout}.
         *
         * @throws ExtensionConfigurationException if it is not from 1 ms to 24 h
         */
        public Builder timeout(Duration timeout) {
            return parsed(Option.TIMEOUT, () -> DurationParser.check(timeout, where("timeout")));
        }

        /**
         * Serve the tests from recordings of earlier runs, instead of their server; overridden by {@code withcdp.serve}.
         *
         * @param recordings the folder of a report, its {@code traffic.jsonl}, or a directory of reports
         * @throws ExtensionConfigurationException if the path is empty
         */
        public Builder serve(Path recordings) {
            return parsed(Option.SERVE, () -> Optional.of(PathParser.check(recordings, where("serve"))));
        }

        /**
         * Set the directory that takes what pages download; by default downloads are denied; overridden by {@code withcdp.downloads}.
         *
         * @throws ExtensionConfigurationException if the path is empty
         */
        public Builder downloads(Path directory) {
            return parsed(Option.DOWNLOADS, () -> Optional.of(PathParser.check(directory, where("downloads"))));
        }

        /** Set whether secrets are taken out of reports, failures and the log; default {@code true}, overridden by {@code withcdp.redact}. */
        public Builder redact(boolean redact) {
            return with(Option.REDACT, redact);
        }

        /**
         * Set whether secrets are taken out of what failures say, where they are told at all; default {@code true}, overridden by
         * {@code withcdp.redact.failures}. With {@code false} failures stay as they are, and only the reports of them are without secrets.
         */
        public Builder redactFailures(boolean redactFailures) {
            return with(Option.REDACT_FAILURES, redactFailures);
        }

        /**
         * Add headers whose values are secrets, besides those that are known; {@code withcdp.redact.headers} adds more.
         *
         * @throws ExtensionConfigurationException if a name is blank
         */
        public Builder redactHeaders(String... names) {
            return parsed(
                    Option.REDACT_HEADERS,
                    () -> new LinkedHashSet<>(RedactionParser.names(List.of(names), where("redactHeaders"))));
        }

        /**
         * Add fields of bodies, forms, queries and storage whose values are secrets, whatever the case and the separators of their names;
         * {@code withcdp.redact.fields} adds more.
         *
         * @throws ExtensionConfigurationException if a name is blank
         */
        public Builder redactFields(String... names) {
            return parsed(
                    Option.REDACT_FIELDS,
                    () -> new LinkedHashSet<>(RedactionParser.names(List.of(names), where("redactFields"))));
        }

        /** Add what further secrets look like; {@code withcdp.redact.patterns} adds more. */
        public Builder redactPatterns(Pattern... patterns) {
            return with(Option.REDACT_PATTERNS, new LinkedHashSet<>(List.of(patterns)));
        }

        /**
         * Add secrets, which are taken out wherever and in whatever encoding they occur; {@code withcdp.redact.values} adds more.
         *
         * @throws ExtensionConfigurationException if one has fewer than three characters; the message does not tell it
         */
        public Builder redactValues(String... values) {
            return parsed(
                    Option.REDACT_VALUES,
                    () -> new LinkedHashSet<>(RedactionParser.values(List.of(values), where("redactValues"))));
        }

        /** Return the extension, to be registered with {@code @RegisterExtension}. */
        public WithCDPExtension build() {
            return new WithCDPExtension(options);
        }

        private <T> Builder with(Option<T> option, T value) {
            return parsed(option, () -> value);
        }

        /** Set an option, or tell JUnit why it cannot be, in the very call that brings it. */
        private <T> Builder parsed(Option<T> option, Supplier<T> value) {
            options = translated(() -> options.with(option, value.get()));
            return this;
        }

        private static String present(String text, String option, String what) {
            var value = new ConfiguredValue(text, where(option));
            if (value.isBlank()) {
                throw value.refused("is not " + what + ". Leave it out to launch a browser.");
            }
            return value.trimmed();
        }

        private static String where(String option) {
            return "WithCDPExtension.builder()." + option + "(…)";
        }
    }
}
