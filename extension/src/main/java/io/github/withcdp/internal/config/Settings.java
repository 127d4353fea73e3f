package io.github.withcdp.internal.config;

import io.github.withcdp.internal.container.Docker;
import io.github.withcdp.internal.redaction.Redaction;
import java.time.Duration;
import java.util.Optional;

/** The configuration of a class, resolved once: what its code says, overridden by what the run says. */
public final class Settings {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final OptionValues values;
    private final BrowserSource source;
    private final Redaction redaction;

    private Settings(OptionValues values, BrowserSource source) {
        this.values = values;
        this.source = source;
        this.redaction = RedactionParser.redaction(values);
    }

    /**
     * Return the configuration of a class.
     *
     * @throws ConfigurationException if the run says something that is unknown, cannot be understood, or cannot be together
     */
    public static Settings resolve(ClassOptions code, ConfigurationSources run) {
        UnknownKeys.refuseIn(run);
        var resolver = new BrowserSourceResolver(code, run);
        var values = overridden(code.values(), run);
        var source = values.get(Option.REPLAY)
                .<BrowserSource>map(recordings ->
                        new BrowserSource.Replay(recordings.toAbsolutePath().normalize()))
                .orElseGet(() -> resolver.source(values));
        refuseJoining(code, run, values, source);
        refuseHeadersForNothing(code, run);
        return new Settings(values, source);
    }

    /**
     * Return the values of options alone, without a class.
     *
     * @throws ConfigurationException if the run says something that is unknown or cannot be understood
     */
    public static OptionValues resolve(OptionValues code, ConfigurationSources run) {
        UnknownKeys.refuseIn(run);
        return overridden(code, run);
    }

    private static OptionValues overridden(OptionValues code, ConfigurationSources run) {
        var values = code;
        // All of it is read, also what this class has no use for: a bad value is one for every class.
        for (var option : Option.all()) {
            values = values.overriddenBy(run, option);
        }
        return values;
    }

    private static void refuseJoining(
            ClassOptions code, ConfigurationSources run, OptionValues values, BrowserSource source) {
        if (values.get(Option.JOIN_PAGE)
                && !(source instanceof BrowserSource.Attach || source instanceof BrowserSource.Replay)) {
            throw new ConfigurationException(run.valueOf(Option.JOIN_PAGE)
                            .map(ConfiguredValue::where)
                            .orElseGet(() -> code.where().apply(Option.JOIN_PAGE.shortName()))
                    + ": true takes the page of a browser that is already running, but this one is "
                    + (source instanceof BrowserSource.Launch ? "launched." : "started for this class.")
                    + " Give an endpoint (withcdp.endpoint), or leave joinPage out.");
        }
    }

    private static void refuseHeadersForNothing(ClassOptions code, ConfigurationSources run) {
        boolean anyEndpoint = code.values().isSet(Option.ENDPOINT)
                || run.valueOf(Option.ENDPOINT).isPresent();
        if (code.values().isSet(Option.ENDPOINT_HEADERS) && !anyEndpoint) {
            throw new ConfigurationException(code.where().apply("endpointHeaders")
                    + ": headers go with requests to an endpoint, but there is none."
                    + " Give one (withcdp.endpoint), or leave the headers out.");
        }
    }

    /** Return what counts for an option. */
    public <T> T get(Option<T> option) {
        return values.get(option);
    }

    /** Return where the browser comes from. */
    public BrowserSource source() {
        return source;
    }

    /** Return whether tests are replayed, so that nothing that comes of them tells of a browser or an application of now. */
    public boolean isReplay() {
        return source instanceof BrowserSource.Replay;
    }

    /** Return what is taken out of reports, failures and the log. */
    public Redaction redaction() {
        return redaction;
    }

    /** Return the limit of an attempt to connect. */
    public Duration connectTimeout() {
        return CONNECT_TIMEOUT;
    }

    /** Return why a class that wants to be skipped without Docker is skipped; empty if it is not. Asks for a daemon if it matters. */
    public Optional<String> whyDisabled() {
        boolean needsDocker = source instanceof BrowserSource.Image || source instanceof BrowserSource.Container;
        return get(Option.DISABLED_WITHOUT_DOCKER) && needsDocker ? Docker.whyUnavailable() : Optional.empty();
    }
}
