package io.github.withcdp.internal.config;

import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.redaction.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The options of a class as its code gives them, before the run has its say.
 *
 * @param where leads from an attribute's name to the place where it was given
 */
public record ClassOptions(
        UnaryOperator<String> where,
        Headless headless,
        List<String> args,
        Optional<Path> executable,
        Optional<Supplier<String>> endpoint,
        Supplier<Map<String, String>> endpointHeaders,
        Optional<String> image,
        Optional<Supplier<?>> container,
        boolean disabledWithoutDocker,
        Optional<String> grid,
        Optional<JsonNode> gridCapabilities,
        List<String> domains,
        boolean autoAttach,
        boolean joinPage,
        ReportMode report,
        Duration timeout,
        Optional<Path> downloads,
        Redaction redaction) {

    /** What counts if nobody says anything, written down once: as the defaults of the annotation. */
    public static final ClassOptions DEFAULTS =
            of(Objects.requireNonNull(Unconfigured.class.getAnnotation(WithCDP.class)), Unconfigured.class);

    @WithCDP
    private static final class Unconfigured {}

    /**
     * Take the options in.
     *
     * @throws ConfigurationException if some exclude each other
     */
    public ClassOptions {
        var places = places(endpoint, image, container, grid);
        for (var place : places) {
            refuse(place, headless != Headless.NEW, ConfigurationKey.HEADLESS, where);
            refuse(place, !args.isEmpty(), ConfigurationKey.ARGS, where);
            refuse(place, executable.isPresent(), ConfigurationKey.EXECUTABLE, where);
            places.stream().filter(other -> other != place).findFirst().ifPresent(other -> {
                throw place.excludes(
                        where.apply(place.key().shortName()),
                        where.apply(other.key().shortName()),
                        other.key());
            });
        }
        if (image.isPresent() && container.isPresent()) {
            throw BrowserSourceKind.IMAGE.excludes(
                    where.apply("image"), where.apply("container"), ConfigurationKey.IMAGE);
        }
        if (grid.isPresent() && headless == Headless.SHELL) {
            throw ConfiguredValue.refused(where.apply("headless"), "SHELL", PlaceParser.NO_SHELL);
        }
    }

    /**
     * Return what an annotation says.
     *
     * @param owner the class that has it
     * @throws ConfigurationException if it says something that cannot be
     */
    public static ClassOptions of(WithCDP annotation, Class<?> owner) {
        UnaryOperator<String> where = attribute -> "@WithCDP(" + attribute + ") on " + owner.getName();
        return new ClassOptions(
                where,
                annotation.headless(),
                SwitchesParser.check(List.of(annotation.args()), where.apply("args")),
                PathParser.parse(new ConfiguredValue(annotation.executable(), where.apply("executable"))),
                EndpointParser.parse(new ConfiguredValue(annotation.endpoint(), where.apply("endpoint"))),
                EndpointHeaders.NONE, // they are secrets, which do not belong into source code
                text(annotation.image()),
                Optional.empty(), // only code can make a container
                annotation.disabledWithoutDocker(),
                PlaceParser.url(new ConfiguredValue(annotation.grid(), where.apply("grid"))),
                PlaceParser.capabilities(
                        new ConfiguredValue(annotation.gridCapabilities(), where.apply("gridCapabilities"))),
                DomainNames.check(List.of(annotation.domains()), where.apply("domains")),
                annotation.autoAttach(),
                annotation.joinPage(),
                annotation.report(),
                DurationParser.parse(new ConfiguredValue(annotation.timeout(), where.apply("timeout"))),
                PathParser.parseDirectory(new ConfiguredValue(annotation.downloads(), where.apply("downloads"))),
                Redaction.DEFAULT); // a secret in an annotation would be one in the source code
    }

    /** Return where the browser comes from if the run does not say; none if it is launched. */
    Set<BrowserSourceKind> places() {
        return places(endpoint, image, container, grid);
    }

    private static Set<BrowserSourceKind> places(
            Optional<?> endpoint, Optional<?> image, Optional<?> container, Optional<?> grid) {
        var places = EnumSet.noneOf(BrowserSourceKind.class);
        endpoint.ifPresent(any -> places.add(BrowserSourceKind.ENDPOINT));
        image.ifPresent(any -> places.add(BrowserSourceKind.IMAGE));
        container.ifPresent(any -> places.add(BrowserSourceKind.IMAGE));
        grid.ifPresent(any -> places.add(BrowserSourceKind.GRID));
        return places;
    }

    private static Optional<String> text(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty());
    }

    private static void refuse(
            BrowserSourceKind place, boolean given, ConfigurationKey option, UnaryOperator<String> where) {
        if (given && !place.understands(option)) {
            throw place.excludes(where.apply(place.key().shortName()), where.apply(option.shortName()), option);
        }
    }
}
