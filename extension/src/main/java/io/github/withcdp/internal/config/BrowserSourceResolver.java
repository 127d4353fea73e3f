package io.github.withcdp.internal.config;

import io.github.withcdp.Headless;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out where the browser of a class comes from. The first source of configuration that names a place decides, the code last of all;
 * what others say about other places is meant for other classes. One source may not contradict itself.
 */
final class BrowserSourceResolver {

    private final ConfigurationSources run;
    private final Optional<BrowserSourceKind> kind;

    /**
     * Create one for a class, which has found out what kind of place counts.
     *
     * @param code what its code says
     * @param run what the run says
     * @throws ConfigurationException if a source says what cannot be together
     */
    BrowserSourceResolver(ClassOptions code, ConfigurationSources run) {
        this.run = run;
        this.kind = kind(code);
    }

    /**
     * Return where the browser comes from.
     *
     * @param values what counts of all that is said
     * @throws ConfigurationException if what is to be downloaded cannot be, also if nothing is
     */
    BrowserSource source(OptionValues values) {
        var download = DownloadParser.download(values);
        if (kind.isEmpty()) {
            return new BrowserSource.Launch(
                    values.get(Option.HEADLESS),
                    values.get(Option.ARGS),
                    values.get(Option.EXECUTABLE),
                    values.get(Option.TRANSPORT),
                    download);
        }
        return switch (kind.get()) {
            case ENDPOINT ->
                new BrowserSource.Attach(
                        values.get(Option.ENDPOINT).orElseThrow(), values.get(Option.ENDPOINT_HEADERS));
            case IMAGE -> container(values);
            case GRID ->
                new BrowserSource.Grid(
                        values.get(Option.GRID).orElseThrow(),
                        values.get(Option.GRID_CAPABILITIES),
                        values.get(Option.HEADLESS) == Headless.SHELL
                                ? Headless.NEW // said of launching elsewhere
                                : values.get(Option.HEADLESS),
                        values.get(Option.ARGS));
        };
    }

    private static BrowserSource container(OptionValues values) {
        var image = values.get(Option.IMAGE);
        return image.isPresent()
                ? new BrowserSource.Image(image.get(), values.get(Option.IMAGE_PORT), values.get(Option.ARGS))
                : new BrowserSource.Container(values.get(Option.CONTAINER).orElseThrow());
    }

    /** Return the kind that counts, none if a browser is to be launched. */
    private Optional<BrowserSourceKind> kind(ClassOptions code) {
        var takenAway = EnumSet.noneOf(BrowserSourceKind.class);
        var chosen = EnumSet.noneOf(BrowserSourceKind.class);
        for (var source : ConfigurationSource.values()) {
            var named = EnumSet.noneOf(BrowserSourceKind.class);
            for (var each : BrowserSourceKind.values()) {
                run.given(source, each.option()).ifPresent(text -> (text.isBlank() ? takenAway : named).add(each));
            }
            refuseContradictions(source, named);
            if (chosen.isEmpty()) {
                named.removeAll(takenAway);
                chosen.addAll(named);
            }
        }
        if (chosen.isEmpty()) {
            chosen.addAll(code.kinds());
            chosen.removeAll(takenAway);
        }
        return chosen.stream().findFirst();
    }

    private void refuseContradictions(ConfigurationSource source, Set<BrowserSourceKind> named) {
        for (var one : named) {
            for (var option : Option.all()) {
                if (!one.understands(option) || isOtherKind(one, option)) {
                    present(source, option).ifPresent(other -> {
                        throw one.excludes(
                                present(source, one.option())
                                        .map(ConfiguredValue::where)
                                        .orElseThrow(),
                                other.where(),
                                option);
                    });
                }
            }
            refuseShell(source, one);
        }
    }

    private void refuseShell(ConfigurationSource source, BrowserSourceKind named) {
        present(source, Option.HEADLESS)
                .ifPresent(text -> named.refusal(Option.HEADLESS.parse(text)).ifPresent(why -> {
                    throw text.refused(why);
                }));
    }

    private Optional<ConfiguredValue> present(ConfigurationSource source, Option<?> option) {
        return run.given(source, option).filter(text -> !text.isBlank());
    }

    private static boolean isOtherKind(BrowserSourceKind one, Option<?> option) {
        return BrowserSourceKind.of(option).filter(other -> other != one).isPresent();
    }
}
