package io.github.withcdp.internal.config;

import io.github.withcdp.FailOn;
import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.Strict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An option: what it is called, what a text means that somebody gives for it, and what counts if nobody gives any.
 *
 * @param <T> the type of its values, which are immutable
 */
public final class Option<T> {

    // --- All of them, in the order in which messages list them and values are read

    private static final List<Option<?>> ALL = new ArrayList<>();

    public static final Option<Headless> HEADLESS = addChoice("headless", Headless.NEW);
    public static final Option<List<String>> ARGS = add("args", List.of(), SwitchesParser::parse);
    public static final Option<Optional<Path>> EXECUTABLE = addFile("executable");
    public static final Option<Optional<Supplier<String>>> ENDPOINT =
            add("endpoint", Optional.empty(), EndpointParser::parse);
    public static final Option<Supplier<Map<String, String>>> ENDPOINT_HEADERS =
            add("endpoint.headers", EndpointHeaders.NONE, EndpointHeaders::parse);
    public static final Option<Optional<String>> IMAGE = addWord("image");
    public static final Option<Optional<Integer>> IMAGE_PORT =
            addPort("image.port", "Write the number of DevTools' port in the container");
    public static final Option<Boolean> DISABLED_WITHOUT_DOCKER = addSwitch("disabledWithoutDocker", false);
    public static final Option<Optional<String>> GRID = add("grid", Optional.empty(), PlaceParser::url);
    public static final Option<Optional<JsonNode>> GRID_CAPABILITIES =
            add("grid.capabilities", Optional.empty(), PlaceParser::capabilities);
    public static final Option<List<String>> DOMAINS =
            add("domains", List.of("Page", "Runtime", "Network", "Log"), DomainNames::parse);
    public static final Option<Boolean> AUTO_ATTACH = addSwitch("autoAttach", true);
    public static final Option<Boolean> JOIN_PAGE = addSwitch("joinPage", false);
    public static final Option<Set<FailOn>> FAIL_ON = add("failOn", Set.of(), FaultParser::parseKinds);
    public static final Option<Set<String>> FAIL_ON_ALLOW = addJoined("failOn.allow", FaultParser::parsePatterns);
    public static final Option<Strict> STRICT = addChoice("strict", Strict.FAIL);
    public static final Option<Set<String>> STRICT_ALLOW = addJoined("strict.allow", StrictParser::parsePatterns);
    public static final Option<ReportMode> REPORT = addChoice("report", ReportMode.ON_FAILURE);
    public static final Option<Duration> REPORT_TIMEOUT = addDuration("report.timeout", Duration.ofSeconds(3));
    public static final Option<CaptureMode> CAPTURE = addChoice("capture", CaptureMode.TEXT);
    public static final Option<Boolean> FILM = addSwitch("film", false);
    public static final Option<Optional<Path>> REPORTS_DIR = addDirectory("reports.dir");
    public static final Option<Boolean> GREEN = addSwitch("green", true);
    public static final Option<Optional<Path>> GREEN_DIR = addDirectory("green.dir");
    public static final Option<Optional<String>> GREEN_LABEL = addWord("green.label");
    public static final Option<Long> RECORDING_LIMIT = add("recording.limit", 2L << 30, SizeParser::parseLimit);
    public static final Option<Duration> TIMEOUT = addDuration("timeout", Duration.ofSeconds(10));
    public static final Option<Duration> LAUNCH_TIMEOUT = addDuration("launch.timeout", Duration.ofSeconds(30));
    public static final Option<Duration> ASSERTION_TIMEOUT = addDuration("assertion.timeout", Duration.ofSeconds(5));
    public static final Option<Optional<TransportKind>> TRANSPORT =
            add("transport", Optional.empty(), text -> Optional.of(EnumParser.parse(text, TransportKind.class)));
    public static final Option<Optional<Path>> DOWNLOADS = addDirectory("downloads");
    public static final Option<Boolean> DOWNLOAD = addSwitch("download", false);
    public static final Option<Optional<ConfiguredValue>> DOWNLOAD_MIRROR = addText("download.mirror");
    public static final Option<Optional<ConfiguredValue>> DOWNLOAD_VERSION = addText("download.version");
    public static final Option<Optional<ConfiguredValue>> DOWNLOAD_SHA256 = addText("download.sha256");
    public static final Option<Optional<Path>> DOWNLOAD_DIR = addDirectory("download.dir");
    public static final Option<Optional<Path>> SERVE = addDirectory("serve");
    public static final Option<Boolean> SERVE_AT_ONCE = addSwitch("serve.atOnce", false);
    public static final Option<Boolean> SERVE_REPEAT_LAST = addSwitch("serve.repeatLast", false);
    public static final Option<Boolean> PAUSE_ON_FAILURE = addSwitch("pauseOnFailure", false);
    public static final Option<Boolean> CI_ANNOTATIONS = addSwitch("ci.annotations", false);
    public static final Option<Optional<Path>> REPLAY = addDirectory("replay");
    public static final Option<Double> REPLAY_SPEED = add("replay.speed", 0.0, ReplayParser::parseSpeed);
    public static final Option<UnusedCommands> REPLAY_UNUSED = addChoice("replay.unused", UnusedCommands.REPORT);
    public static final Option<Optional<LogSelection>> LOG =
            add("log", Optional.empty(), text -> Optional.of(LogSelection.parse(text)));
    public static final Option<Optional<Path>> LOG_FILE = addFile("log.file");
    public static final Option<MonitorMode> MONITOR = addChoice("monitor", MonitorMode.FALSE);
    public static final Option<Optional<Integer>> MONITOR_PORT =
            addPort("monitor.port", "Write the number of a port of this machine");
    public static final Option<Boolean> REDACT = addSwitch("redact", true);
    public static final Option<Boolean> REDACT_FAILURES = addSwitch("redact.failures", true);
    public static final Option<Set<String>> REDACT_HEADERS = addNames("redact.headers");
    public static final Option<Set<String>> REDACT_FIELDS = addNames("redact.fields");
    public static final Option<Set<Pattern>> REDACT_PATTERNS =
            addJoined("redact.patterns", RedactionParser::parsePatterns);
    public static final Option<Set<String>> REDACT_VALUES = addJoined("redact.values", RedactionParser::parseValues);

    /** A container, which only code can give. */
    public static final Option<Optional<Supplier<?>>> CONTAINER = new Option<>(
            "container",
            Optional.empty(),
            text -> {
                throw text.refused("is a text, which is no container.");
            },
            Option::later);

    static final String PROPERTY_PREFIX = "withcdp.";
    static final String ENVIRONMENT_PREFIX = "WITHCDP_";

    private final String shortName;
    private final String environmentVariable;
    private final T defaultValue;
    private final Function<ConfiguredValue, T> parser;
    private final BinaryOperator<T> join;

    private Option(String shortName, T defaultValue, Function<ConfiguredValue, T> parser, BinaryOperator<T> join) {
        this.shortName = shortName;
        environmentVariable = environmentName(separated(shortName));
        this.defaultValue = defaultValue;
        this.parser = parser;
        this.join = join;
    }

    private static <T> Option<T> add(String shortName, T defaultValue, Function<ConfiguredValue, T> parser) {
        return add(new Option<>(shortName, defaultValue, parser, Option::later));
    }

    /** Add an option whose values are joined: whoever says something adds to what was said before. */
    private static <E> Option<Set<E>> addJoined(String shortName, Function<ConfiguredValue, Set<E>> parser) {
        return add(new Option<>(shortName, Set.of(), parser, Option::union));
    }

    // Of what many options share there is one reference: each further one would be a class that every first test in a
    // JVM waits for.

    private static Option<Boolean> addSwitch(String shortName, boolean defaultValue) {
        return add(shortName, defaultValue, EnumParser::parseBoolean);
    }

    private static <E extends Enum<E>> Option<E> addChoice(String shortName, E defaultValue) {
        var type = defaultValue.getDeclaringClass();
        return add(shortName, defaultValue, text -> EnumParser.parse(text, type));
    }

    private static Option<Duration> addDuration(String shortName, Duration defaultValue) {
        return add(shortName, defaultValue, DurationParser::parse);
    }

    private static Option<Optional<Path>> addDirectory(String shortName) {
        return add(shortName, Optional.empty(), PathParser::parseDirectory);
    }

    private static Option<Optional<Path>> addFile(String shortName) {
        return add(shortName, Optional.empty(), PathParser::parse);
    }

    private static Option<Optional<Integer>> addPort(String shortName, String remedy) {
        return add(shortName, Optional.empty(), text -> PlaceParser.port(text, remedy));
    }

    private static Option<Optional<ConfiguredValue>> addText(String shortName) {
        return add(shortName, Optional.empty(), Option::present);
    }

    private static Option<Optional<String>> addWord(String shortName) {
        return add(shortName, Optional.empty(), text -> present(text).map(ConfiguredValue::trimmed));
    }

    private static Option<Set<String>> addNames(String shortName) {
        return addJoined(shortName, RedactionParser::parseNames);
    }

    private static <T> Option<T> add(Option<T> option) {
        ALL.add(option);
        return option;
    }

    /** Return all options that a run may set. */
    static List<Option<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** Return the name without its prefix; for an attribute of {@link io.github.withcdp.WithCDP} it is the attribute's name. */
    String shortName() {
        return shortName;
    }

    /** Return the name as a system property and as a configuration parameter of JUnit. */
    String property() {
        return PROPERTY_PREFIX + shortName;
    }

    /** Return the name as an environment variable: upper case, an underscore for each dot and before each hump. */
    String environmentVariable() {
        return environmentVariable;
    }

    /** Return all names that are read from the environment: a hump may also go without its underscore. */
    Set<String> environmentVariables() {
        return new LinkedHashSet<>(List.of(environmentVariable(), environmentName(shortName)));
    }

    private static String separated(String humps) {
        var words = new StringBuilder();
        for (int i = 0; i < humps.length(); i++) {
            char c = humps.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(humps.charAt(i - 1));
            words.append(begins ? "_" : "").append(c);
        }
        return words.toString();
    }

    private static String environmentName(String words) {
        return ENVIRONMENT_PREFIX + words.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Return what counts if nobody says anything. */
    public T defaultValue() {
        return defaultValue;
    }

    /**
     * Return the value that a text says.
     *
     * @throws ConfigurationException if it says none
     */
    T parse(ConfiguredValue text) {
        return parser.apply(text);
    }

    /** Return what counts if something is said after something else was: as a rule that, for lists of secrets and of faults that are allowed both. */
    T join(T earlier, T later) {
        return join.apply(earlier, later);
    }

    /** Return the name, as messages and debuggers show it. */
    @Override
    public String toString() {
        return property();
    }

    private static Optional<ConfiguredValue> present(ConfiguredValue text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    private static <T> T later(T earlier, T later) {
        return later;
    }

    private static <E> Set<E> union(Set<E> earlier, Set<E> later) {
        var union = new LinkedHashSet<>(earlier);
        union.addAll(later);
        return Collections.unmodifiableSet(union);
    }
}
