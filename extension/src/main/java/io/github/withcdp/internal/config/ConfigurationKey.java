package io.github.withcdp.internal.config;

import io.github.withcdp.WithCDP;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a run may configure: the name after {@code withcdp.}, in the order in which messages list them. */
enum ConfigurationKey {
    HEADLESS("headless"),
    ARGS("args"),
    EXECUTABLE("executable"),
    ENDPOINT("endpoint"),
    ENDPOINT_HEADERS("endpoint.headers"),
    IMAGE("image"),
    IMAGE_PORT("image.port"),
    DISABLED_WITHOUT_DOCKER("disabledWithoutDocker"),
    GRID("grid"),
    GRID_CAPABILITIES("grid.capabilities"),
    DOMAINS("domains"),
    AUTO_ATTACH("autoAttach"),
    JOIN_PAGE("joinPage"),
    REPORT("report"),
    REPORTS_DIR("reports.dir"),
    RECORDING_LIMIT("recording.limit"),
    TIMEOUT("timeout"),
    LAUNCH_TIMEOUT("launch.timeout"),
    ASSERTION_TIMEOUT("assertion.timeout"),
    TRANSPORT("transport"),
    DOWNLOADS("downloads"),
    DOWNLOAD("download"),
    DOWNLOAD_MIRROR("download.mirror"),
    DOWNLOAD_VERSION("download.version"),
    DOWNLOAD_SHA256("download.sha256"),
    DOWNLOAD_DIR("download.dir"),
    PAUSE_ON_FAILURE("pauseOnFailure"),
    CI_ANNOTATIONS("ci.annotations"),
    LOG("log"),
    REDACT("redact"),
    REDACT_FAILURES("redact.failures"),
    REDACT_HEADERS("redact.headers"),
    REDACT_FIELDS("redact.fields"),
    REDACT_PATTERNS("redact.patterns"),
    REDACT_VALUES("redact.values");

    static final String PROPERTY_PREFIX = "withcdp.";
    static final String ENVIRONMENT_PREFIX = "WITHCDP_";

    private final String shortName;

    ConfigurationKey(String shortName) {
        this.shortName = shortName;
    }

    /** Return the name without its prefix; for an attribute of {@link WithCDP} it is the attribute's name. */
    String shortName() {
        return shortName;
    }

    /** Return the name as a system property and as a configuration parameter of JUnit. */
    String property() {
        return PROPERTY_PREFIX + shortName;
    }

    /** Return the name as an environment variable: upper case, an underscore for each dot and before each hump. */
    String environmentVariable() {
        return environmentName(shortName.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    /** Return all names that are read from the environment: a hump may also go without its underscore. */
    Set<String> environmentVariables() {
        return new LinkedHashSet<>(List.of(environmentVariable(), environmentName(shortName)));
    }

    private static String environmentName(String words) {
        return ENVIRONMENT_PREFIX + words.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
