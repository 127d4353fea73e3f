package io.github.withcdp.internal.config;

import io.github.withcdp.WithCDP;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The options of a class as its code gives them, before the run has its say.
 *
 * @param where leads from an attribute's name to the place where it was given
 * @param values what was given
 */
public record ClassOptions(UnaryOperator<String> where, OptionValues values) {

    /**
     * Create the options.
     *
     * @throws ConfigurationException if some exclude each other
     */
    public ClassOptions {
        var kinds = BrowserSourceKind.of(values);
        for (var kind : kinds) {
            var naming = kind.naming(values);
            for (var option : Option.all()) {
                if (values.isSet(option) && !kind.understands(option)) {
                    throw excluded(where, kind, naming, option);
                }
            }
            kinds.stream().filter(other -> other != kind).findFirst().ifPresent(other -> {
                throw excluded(where, kind, naming, other.naming(values));
            });
            if (naming == Option.IMAGE && values.isSet(Option.CONTAINER)) {
                throw excluded(where, kind, naming, Option.CONTAINER);
            }
            kind.refusal(values.get(Option.HEADLESS)).ifPresent(why -> {
                throw ConfiguredValue.refused(
                        where.apply("headless"), values.get(Option.HEADLESS).name(), why);
            });
        }
    }

    /** Return the options of code that says nothing. */
    public static ClassOptions none(UnaryOperator<String> where) {
        return new ClassOptions(where, OptionValues.NONE);
    }

    /**
     * Return what an annotation says. Whether an attribute is given cannot be seen if it is what it would be anyway.
     *
     * @param owner the class that has it
     * @throws ConfigurationException if it says something that cannot be
     */
    public static ClassOptions of(WithCDP annotation, Class<?> owner) {
        UnaryOperator<String> where = attribute -> "@WithCDP(" + attribute + ") on " + owner.getName();
        // Neither headers of an endpoint nor what is redacted: a secret in an annotation would be one in the source
        // code.
        var values = OptionValues.NONE
                .withUnlessDefault(Option.HEADLESS, annotation.headless())
                .withUnlessDefault(Option.ARGS, SwitchesParser.check(List.of(annotation.args()), where.apply("args")))
                .withUnlessDefault(Option.DISABLED_WITHOUT_DOCKER, annotation.disabledWithoutDocker())
                .withUnlessDefault(
                        Option.DOMAINS, DomainNames.check(List.of(annotation.domains()), where.apply("domains")))
                .withUnlessDefault(Option.AUTO_ATTACH, annotation.autoAttach())
                .withUnlessDefault(Option.JOIN_PAGE, annotation.joinPage())
                .withUnlessDefault(Option.STRICT, annotation.strict())
                .withUnlessDefault(
                        Option.STRICT_ALLOW,
                        StrictParser.checkPatterns(List.of(annotation.strictAllow()), where.apply("strictAllow")))
                .withUnlessDefault(Option.REPORT, annotation.report())
                .withUnlessDefault(Option.FILM, annotation.film())
                .withUnlessDefault(Option.FAIL_ON, Set.copyOf(List.of(annotation.failOn())))
                .withUnlessDefault(
                        Option.FAIL_ON_ALLOW,
                        FaultParser.checkPatterns(List.of(annotation.failOnAllow()), where.apply("failOnAllow")));
        values = parsed(values, Option.EXECUTABLE, annotation.executable(), where.apply("executable"));
        values = parsed(values, Option.ENDPOINT, annotation.endpoint(), where.apply("endpoint"));
        values = parsed(values, Option.IMAGE, annotation.image(), where.apply("image"));
        values = parsed(values, Option.GRID, annotation.grid(), where.apply("grid"));
        values = parsed(
                values, Option.GRID_CAPABILITIES, annotation.gridCapabilities(), where.apply("gridCapabilities"));
        values = parsed(values, Option.TIMEOUT, annotation.timeout(), where.apply("timeout"));
        values = parsed(values, Option.DOWNLOADS, annotation.downloads(), where.apply("downloads"));
        return new ClassOptions(where, values);
    }

    private static <T> OptionValues parsed(OptionValues values, Option<T> option, String text, String where) {
        return values.withUnlessDefault(option, option.parse(new ConfiguredValue(text, where)));
    }

    /**
     * Return these options with one more.
     *
     * @throws ConfigurationException if it excludes another
     */
    public <T> ClassOptions with(Option<T> option, T value) {
        return new ClassOptions(where, values.with(option, value));
    }

    /** Return what counts for an option if the run does not say anything else. */
    public <T> T get(Option<T> option) {
        return values.get(option);
    }

    /** Return where the browser comes from if the run does not say; none if it is launched. */
    Set<BrowserSourceKind> kinds() {
        return BrowserSourceKind.of(values);
    }

    private static ConfigurationException excluded(
            UnaryOperator<String> where, BrowserSourceKind kind, Option<?> naming, Option<?> option) {
        return kind.excludes(where.apply(naming.shortName()), where.apply(option.shortName()), option);
    }
}
