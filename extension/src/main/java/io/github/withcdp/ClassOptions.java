package io.github.withcdp;

import io.github.withcdp.redaction.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

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
     * @throws ExtensionConfigurationException if some exclude each other
     */
    ClassOptions {
        if (endpoint.isPresent()) {
            refuse(headless != Headless.NEW, "headless", where);
            refuse(!args.isEmpty(), "args", where);
            refuse(executable.isPresent(), "executable", where);
        }
    }

    /**
     * Return what an annotation says.
     *
     * @param owner the class that has it
     * @throws ExtensionConfigurationException if it says something that cannot be
     */
    static ClassOptions of(WithCDP annotation, Class<?> owner) {
        UnaryOperator<String> where = attribute -> "@WithCDP(" + attribute + ") on " + owner.getName();
        return new ClassOptions(
                where,
                annotation.headless(),
                Switches.check(List.of(annotation.args()), where.apply("args")),
                PathText.parse(new Given(annotation.executable(), where.apply("executable"))),
                Endpoint.parse(new Given(annotation.endpoint(), where.apply("endpoint"))),
                DomainNames.check(List.of(annotation.domains()), where.apply("domains")),
                annotation.autoAttach(),
                annotation.joinPage(),
                annotation.report(),
                DurationText.parse(new Given(annotation.timeout(), where.apply("timeout"))),
                PathText.parseDirectory(new Given(annotation.downloads(), where.apply("downloads"))),
                Redaction.DEFAULT); // a secret in an annotation would be one in the source code
    }

    private static void refuse(boolean given, String attribute, UnaryOperator<String> where) {
        if (given) {
            throw Endpoint.excludes(where.apply("endpoint"), where.apply(attribute));
        }
    }
}
