package io.github.withcdp;

import io.github.withcdp.redaction.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The configuration of a class, resolved once: what its code says, overridden by what the run says.
 * With an endpoint, all that concerns launching a browser is at its default.
 *
 * @param headless how a launched browser shows itself
 * @param args further switches for a launched browser
 * @param executable the program file to launch; if empty, it has to be looked for
 * @param endpoint where to attach, asked for when first needed; if empty, a browser is launched
 * @param domains what to enable in each session, each domain once
 * @param autoAttach whether children get sessions by themselves
 * @param joinPage whether to take the page that is there; only with an endpoint
 * @param report when to write a report
 * @param timeout the limit of one command
 * @param transport what carries the conversation with a launched browser; if empty, the platform decides
 * @param launchTimeout the limit of a launch
 * @param connectTimeout the limit of an attempt to connect
 * @param log whether to log all messages
 * @param reportsDir the directory of the reports; if empty, it has to be found
 * @param downloads the directory of downloads; if empty, they are denied
 * @param redaction what is taken out of reports, failures and the log
 */
record Settings(
        Headless headless,
        List<String> args,
        Optional<Path> executable,
        Optional<Supplier<String>> endpoint,
        List<String> domains,
        boolean autoAttach,
        boolean joinPage,
        ReportMode report,
        Duration timeout,
        Optional<TransportKind> transport,
        Duration launchTimeout,
        Duration connectTimeout,
        boolean log,
        Optional<Path> reportsDir,
        Optional<Path> downloads,
        Redaction redaction) {

    private static final Duration LAUNCH_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<ConfigurationKey> FOR_LAUNCHING = EnumSet.of(
            ConfigurationKey.HEADLESS, ConfigurationKey.ARGS, ConfigurationKey.EXECUTABLE, ConfigurationKey.TRANSPORT);

    /**
     * Resolve the configuration.
     *
     * @throws ExtensionConfigurationException if the run says something that is unknown, cannot be understood, or cannot be together
     */
    static Settings resolve(ClassOptions code, ConfigurationSources run) {
        UnknownKeys.refuseIn(run);
        refuseContradictionsIn(run);
        checkAssertionTimeoutIn(run);
        Settings all = overlay(code, run);
        if (all.endpoint.isPresent()) {
            return all.withoutLaunching();
        }
        if (all.joinPage) {
            throw new ExtensionConfigurationException(run.given(ConfigurationKey.JOIN_PAGE)
                            .map(Given::where)
                            .orElseGet(() -> code.where().apply(ConfigurationKey.JOIN_PAGE.shortName()))
                    + ": true takes the page of a browser that is already running, but this one is launched."
                    + " Give an endpoint (withcdp.endpoint), or leave joinPage out.");
        }
        return all;
    }

    private static Settings overlay(ClassOptions code, ConfigurationSources run) {
        return new Settings(
                run.given(ConfigurationKey.HEADLESS)
                        .map(given -> Choice.parse(given, Headless.class))
                        .orElse(code.headless()),
                run.given(ConfigurationKey.ARGS).map(Switches::parse).orElse(code.args()),
                run.given(ConfigurationKey.EXECUTABLE).map(PathText::parse).orElse(code.executable()),
                run.given(ConfigurationKey.ENDPOINT).map(Endpoint::parse).orElse(code.endpoint()),
                run.given(ConfigurationKey.DOMAINS).map(DomainNames::parse).orElse(code.domains()),
                run.given(ConfigurationKey.AUTO_ATTACH)
                        .map(Choice::parseBoolean)
                        .orElse(code.autoAttach()),
                run.given(ConfigurationKey.JOIN_PAGE).map(Choice::parseBoolean).orElse(code.joinPage()),
                run.given(ConfigurationKey.REPORT)
                        .map(given -> Choice.parse(given, ReportMode.class))
                        .orElse(code.report()),
                run.given(ConfigurationKey.TIMEOUT).map(DurationText::parse).orElse(code.timeout()),
                run.given(ConfigurationKey.TRANSPORT).map(given -> Choice.parse(given, TransportKind.class)),
                run.given(ConfigurationKey.LAUNCH_TIMEOUT)
                        .map(DurationText::parse)
                        .orElse(LAUNCH_TIMEOUT),
                CONNECT_TIMEOUT,
                run.given(ConfigurationKey.LOG).map(Choice::parseBoolean).orElse(false),
                run.given(ConfigurationKey.REPORTS_DIR).flatMap(PathText::parseDirectory),
                run.given(ConfigurationKey.DOWNLOADS)
                        .map(PathText::parseDirectory)
                        .orElse(code.downloads()),
                RedactionText.resolve(code.redaction(), run));
    }

    private Settings withoutLaunching() {
        return new Settings(
                ClassOptions.DEFAULTS.headless(),
                ClassOptions.DEFAULTS.args(),
                ClassOptions.DEFAULTS.executable(),
                endpoint,
                domains,
                autoAttach,
                joinPage,
                report,
                timeout,
                Optional.empty(),
                launchTimeout,
                connectTimeout,
                log,
                reportsDir,
                downloads,
                redaction);
    }

    /**
     * Check what we do not use: assertions read their limit themselves, outside of any test even, and so know nothing of JUnit.
     * Where they would not find it, it is refused.
     */
    private static void checkAssertionTimeoutIn(ConfigurationSources run) {
        run.given(ConfigurationKey.ASSERTION_TIMEOUT).ifPresent(DurationText::parse);
        run.given(ConfigurationSource.CONFIGURATION_PARAMETER, ConfigurationKey.ASSERTION_TIMEOUT)
                .ifPresent(given -> {
                    throw given.refused("cannot be a parameter of JUnit, which assertions do not see."
                            + " Give it as a system property, or as the environment variable %s."
                                    .formatted(ConfigurationKey.ASSERTION_TIMEOUT.environmentVariable()));
                });
    }

    /** Within one source, an endpoint and something for launching contradict; between two, they are meant for different classes. */
    private static void refuseContradictionsIn(ConfigurationSources run) {
        for (ConfigurationSource source : ConfigurationSource.values()) {
            run.given(source, ConfigurationKey.ENDPOINT)
                    .filter(endpoint -> !endpoint.isBlank())
                    .ifPresent(endpoint -> FOR_LAUNCHING.stream()
                            .flatMap(key -> run.given(source, key).stream())
                            .filter(other -> !other.isBlank())
                            .findFirst()
                            .ifPresent(other -> {
                                throw Endpoint.excludes(endpoint.where(), other.where());
                            }));
        }
    }
}
