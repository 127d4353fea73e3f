package io.github.withcdp.internal.config;

import io.github.withcdp.Headless;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses where the browser of a class comes from. The first source of configuration that names a place decides, the code last of all;
 * what others say about other places is meant for other classes. One source may not contradict itself.
 */
final class BrowserSourceResolver {

    private final ClassOptions code;
    private final ConfigurationSources run;

    BrowserSourceResolver(ClassOptions code, ConfigurationSources run) {
        this.code = code;
        this.run = run;
    }

    /**
     * Choose.
     *
     * @throws ConfigurationException if a source says what cannot be together, or something that cannot be understood
     */
    BrowserSource choose() {
        var places = places();
        // All of it is read, also what this class has no use for: a bad value is one for every class.
        var headless = run.given(ConfigurationKey.HEADLESS)
                .map(given -> EnumParser.parse(given, Headless.class))
                .orElse(code.headless());
        var args = run.given(ConfigurationKey.ARGS).map(SwitchesParser::parse).orElse(code.args());
        var launch = new BrowserSource.Launch(
                headless,
                args,
                run.given(ConfigurationKey.EXECUTABLE).map(PathParser::parse).orElse(code.executable()),
                run.given(ConfigurationKey.TRANSPORT).map(given -> EnumParser.parse(given, TransportKind.class)),
                DownloadParser.resolve(run));
        var port = run.given(ConfigurationKey.IMAGE_PORT).flatMap(PlaceParser::port);
        var headers = run.given(ConfigurationKey.ENDPOINT_HEADERS)
                .map(EndpointHeaders::parse)
                .orElse(code.endpointHeaders());
        var grid = run.given(ConfigurationKey.GRID).flatMap(PlaceParser::url);
        var capabilities = run.given(ConfigurationKey.GRID_CAPABILITIES)
                .map(PlaceParser::capabilities)
                .orElse(code.gridCapabilities());
        return places.stream()
                .findFirst()
                .map(place -> switch (place) {
                    case ENDPOINT ->
                        new BrowserSource.Attach(
                                named(place)
                                        .flatMap(EndpointParser::parse)
                                        .or(code::endpoint)
                                        .orElseThrow(),
                                headers);
                    case IMAGE -> container(named(place).map(ConfiguredValue::trimmed), port, args);
                    case GRID ->
                        new BrowserSource.Grid(
                                grid.or(code::grid).orElseThrow(),
                                capabilities,
                                headless == Headless.SHELL ? Headless.NEW : headless, // said of launching elsewhere
                                args);
                })
                .orElse(launch);
    }

    private BrowserSource container(Optional<String> image, Optional<Integer> port, List<String> args) {
        return image.isEmpty() && code.container().isPresent()
                ? new BrowserSource.Container(code.container().get())
                : new BrowserSource.Image(image.or(code::image).orElseThrow(), port, args);
    }

    private Optional<ConfiguredValue> named(BrowserSourceKind place) {
        return run.given(place.key()).filter(given -> !given.isBlank());
    }

    /** Return the one place that counts, none if a browser is to be launched. */
    private Set<BrowserSourceKind> places() {
        var takenAway = EnumSet.noneOf(BrowserSourceKind.class);
        var chosen = EnumSet.noneOf(BrowserSourceKind.class);
        for (var source : ConfigurationSource.values()) {
            var named = EnumSet.noneOf(BrowserSourceKind.class);
            for (var place : BrowserSourceKind.values()) {
                run.given(source, place.key()).ifPresent(given -> (given.isBlank() ? takenAway : named).add(place));
            }
            refuseContradictions(source, named);
            if (chosen.isEmpty()) {
                named.removeAll(takenAway);
                chosen.addAll(named);
            }
        }
        if (chosen.isEmpty()) {
            chosen.addAll(code.places());
            chosen.removeAll(takenAway);
        }
        return chosen;
    }

    private void refuseContradictions(ConfigurationSource source, Set<BrowserSourceKind> named) {
        for (var place : named) {
            Arrays.stream(ConfigurationKey.values())
                    .filter(option -> !place.understands(option) || isOtherPlace(place, option))
                    .forEach(option -> given(source, option).ifPresent(other -> {
                        throw place.excludes(
                                given(source, place.key())
                                        .map(ConfiguredValue::where)
                                        .orElseThrow(),
                                other.where(),
                                option);
                    }));
            refuseShell(source, place);
        }
    }

    /** A Grid has whole browsers only, unless its nodes say otherwise. */
    private void refuseShell(ConfigurationSource source, BrowserSourceKind place) {
        if (place == BrowserSourceKind.GRID) {
            given(source, ConfigurationKey.HEADLESS)
                    .filter(given -> EnumParser.parse(given, Headless.class) == Headless.SHELL)
                    .ifPresent(given -> {
                        throw given.refused(PlaceParser.NO_SHELL);
                    });
        }
    }

    private Optional<ConfiguredValue> given(ConfigurationSource source, ConfigurationKey key) {
        return run.given(source, key).filter(given -> !given.isBlank());
    }

    private static boolean isOtherPlace(BrowserSourceKind place, ConfigurationKey option) {
        return BrowserSourceKind.of(option).filter(other -> other != place).isPresent();
    }
}
