package io.github.withcdp.internal.config;

import io.github.withcdp.ReportMode;
import io.github.withcdp.internal.container.Docker;
import io.github.withcdp.internal.redaction.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a class, resolved once: what its code says, overridden by what the run says.
 *
 * @param source where the browser comes from
 * @param disabledWithoutDocker whether a class whose browser needs Docker is skipped where there is none, or no Testcontainers
 * @param domains what to enable in each session, each domain once
 * @param autoAttach whether children get sessions by themselves
 * @param joinPage whether to take the page that is there; only with an endpoint
 * @param report when to write a report
 * @param timeout the limit of one command
 * @param assertionTimeout the limit of an assertion about a session
 * @param launchTimeout the limit of a launch, here, in a container or on a Grid
 * @param connectTimeout the limit of an attempt to connect
 * @param log whether to log all messages
 * @param recordingLimit how many bytes of messages are kept on disk for one browser
 * @param reportsDir the directory of the reports; if empty, it has to be found
 * @param downloads the directory of downloads; if empty, they are denied
 * @param pauseOnFailure whether a failed test waits for somebody to look at its pages
 * @param ciAnnotations whether a failed test prints a line of which GitHub makes an annotation
 * @param redaction what is taken out of reports, failures and the log
 */
public record Settings(
        BrowserSource source,
        boolean disabledWithoutDocker,
        List<String> domains,
        boolean autoAttach,
        boolean joinPage,
        ReportMode report,
        Duration timeout,
        Duration assertionTimeout,
        Duration launchTimeout,
        Duration connectTimeout,
        boolean log,
        long recordingLimit,
        Optional<Path> reportsDir,
        Optional<Path> downloads,
        boolean pauseOnFailure,
        boolean ciAnnotations,
        Redaction redaction) {

    private static final Duration ASSERTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAUNCH_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long RECORDING_LIMIT = 2L << 30;

    /**
     * Resolve the configuration.
     *
     * @throws ConfigurationException if the run says something that is unknown, cannot be understood, or cannot be together
     */
    public static Settings resolve(ClassOptions code, ConfigurationSources run) {
        UnknownKeys.refuseIn(run);
        Settings all = overlay(code, run);
        if (all.joinPage && !(all.source instanceof BrowserSource.Attach)) {
            throw new ConfigurationException(run.given(ConfigurationKey.JOIN_PAGE)
                            .map(ConfiguredValue::where)
                            .orElseGet(() -> code.where().apply(ConfigurationKey.JOIN_PAGE.shortName()))
                    + ": true takes the page of a browser that is already running, but this one is "
                    + (all.source instanceof BrowserSource.Launch ? "launched." : "started for this class.")
                    + " Give an endpoint (withcdp.endpoint), or leave joinPage out.");
        }
        boolean anyEndpoint = code.endpoint().isPresent()
                || run.given(ConfigurationKey.ENDPOINT).isPresent();
        if (code.endpointHeaders() != EndpointHeaders.NONE && !anyEndpoint) {
            throw new ConfigurationException(code.where().apply("endpointHeaders")
                    + ": headers go with requests to an endpoint, but there is none."
                    + " Give one (withcdp.endpoint), or leave the headers out.");
        }
        return all;
    }

    /** Return why a class that wants to be skipped without Docker is skipped; empty if it is not. Asks for a daemon if it matters. */
    public Optional<String> whyDisabled() {
        boolean needsDocker = source instanceof BrowserSource.Image || source instanceof BrowserSource.Container;
        return disabledWithoutDocker && needsDocker ? Docker.whyUnavailable() : Optional.empty();
    }

    private static Settings overlay(ClassOptions code, ConfigurationSources run) {
        return new Settings(
                new BrowserSourceResolver(code, run).choose(),
                run.given(ConfigurationKey.DISABLED_WITHOUT_DOCKER)
                        .map(EnumParser::parseBoolean)
                        .orElse(code.disabledWithoutDocker()),
                run.given(ConfigurationKey.DOMAINS).map(DomainNames::parse).orElse(code.domains()),
                run.given(ConfigurationKey.AUTO_ATTACH)
                        .map(EnumParser::parseBoolean)
                        .orElse(code.autoAttach()),
                run.given(ConfigurationKey.JOIN_PAGE)
                        .map(EnumParser::parseBoolean)
                        .orElse(code.joinPage()),
                run.given(ConfigurationKey.REPORT)
                        .map(given -> EnumParser.parse(given, ReportMode.class))
                        .orElse(code.report()),
                run.given(ConfigurationKey.TIMEOUT).map(DurationParser::parse).orElse(code.timeout()),
                run.given(ConfigurationKey.ASSERTION_TIMEOUT)
                        .map(DurationParser::parse)
                        .orElse(ASSERTION_TIMEOUT),
                run.given(ConfigurationKey.LAUNCH_TIMEOUT)
                        .map(DurationParser::parse)
                        .orElse(LAUNCH_TIMEOUT),
                CONNECT_TIMEOUT,
                run.given(ConfigurationKey.LOG).map(EnumParser::parseBoolean).orElse(false),
                run.given(ConfigurationKey.RECORDING_LIMIT)
                        .map(SizeParser::parseLimit)
                        .orElse(RECORDING_LIMIT),
                run.given(ConfigurationKey.REPORTS_DIR).flatMap(PathParser::parseDirectory),
                run.given(ConfigurationKey.DOWNLOADS)
                        .map(PathParser::parseDirectory)
                        .orElse(code.downloads()),
                run.given(ConfigurationKey.PAUSE_ON_FAILURE)
                        .map(EnumParser::parseBoolean)
                        .orElse(false),
                run.given(ConfigurationKey.CI_ANNOTATIONS)
                        .map(EnumParser::parseBoolean)
                        .orElse(false),
                RedactionParser.resolve(code.redaction(), run));
    }
}
