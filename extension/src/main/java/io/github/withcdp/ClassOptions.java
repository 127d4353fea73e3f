package io.github.withcdp;

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
record ClassOptions(
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
    static final ClassOptions DEFAULTS =
            of(Objects.requireNonNull(Unconfigured.class.getAnnotation(WithCDP.class)), Unconfigured.class);

    @WithCDP
    private static final class Unconfigured {}

    /**
     * Take the options in.
     *
     * @throws ConfigurationException if some exclude each other
     */
    ClassOptions {
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
            throw BrowserPlace.IMAGE.excludes(where.apply("image"), where.apply("container"), ConfigurationKey.IMAGE);
        }
        if (grid.isPresent() && headless == Headless.SHELL) {
            throw Given.refused(where.apply("headless"), "SHELL", PlaceText.NO_SHELL);
        }
    }

    /**
     * Return what an annotation says.
     *
     * @param owner the class that has it
     * @throws ConfigurationException if it says something that cannot be
     */
    static ClassOptions of(WithCDP annotation, Class<?> owner) {
        UnaryOperator<String> where = attribute -> "@WithCDP(" + attribute + ") on " + owner.getName();
        return new ClassOptions(
                where,
                annotation.headless(),
                Switches.check(List.of(annotation.args()), where.apply("args")),
                PathText.parse(new Given(annotation.executable(), where.apply("executable"))),
                Endpoint.parse(new Given(annotation.endpoint(), where.apply("endpoint"))),
                EndpointHeaders.NONE, // they are secrets, which do not belong into source code
                text(annotation.image()),
                Optional.empty(), // only code can make a container
                annotation.disabledWithoutDocker(),
                PlaceText.url(new Given(annotation.grid(), where.apply("grid"))),
                PlaceText.capabilities(new Given(annotation.gridCapabilities(), where.apply("gridCapabilities"))),
                DomainNames.check(List.of(annotation.domains()), where.apply("domains")),
                annotation.autoAttach(),
                annotation.joinPage(),
                annotation.report(),
                DurationText.parse(new Given(annotation.timeout(), where.apply("timeout"))),
                PathText.parseDirectory(new Given(annotation.downloads(), where.apply("downloads"))),
                Redaction.DEFAULT); // a secret in an annotation would be one in the source code
    }

    /** Return where the browser comes from if the run does not say; none if it is launched. */
    Set<BrowserPlace> places() {
        return places(endpoint, image, container, grid);
    }

    private static Set<BrowserPlace> places(
            Optional<?> endpoint, Optional<?> image, Optional<?> container, Optional<?> grid) {
        var places = EnumSet.noneOf(BrowserPlace.class);
        endpoint.ifPresent(any -> places.add(BrowserPlace.ENDPOINT));
        image.ifPresent(any -> places.add(BrowserPlace.IMAGE));
        container.ifPresent(any -> places.add(BrowserPlace.IMAGE));
        grid.ifPresent(any -> places.add(BrowserPlace.GRID));
        return places;
    }

    private static Optional<String> text(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty());
    }

    private static void refuse(
            BrowserPlace place, boolean given, ConfigurationKey option, UnaryOperator<String> where) {
        if (given && !place.understands(option)) {
            throw place.excludes(where.apply(place.key().shortName()), where.apply(option.shortName()), option);
        }
    }
}
