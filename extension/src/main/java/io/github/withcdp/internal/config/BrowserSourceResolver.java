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
    private final Optional<BrowserSourceKind> chosenKind;

    /**
     * Create the resolver of a class, and find out what kind of place counts.
     *
     * @param code what its code says
     * @param run what the run says
     * @throws ConfigurationException if a source says what cannot be together
     */
    BrowserSourceResolver(ClassOptions code, ConfigurationSources run) {
        this.run = run;
        this.chosenKind = kind(code);
    }

    /**
     * Return where the browser comes from.
     *
     * @param values what counts of all that is said
     * @throws ConfigurationException if what is to be downloaded cannot be, also if nothing is
     */
    BrowserSource source(OptionValues values) {
        var download = DownloadParser.download(values);
        if (chosenKind.isEmpty()) {
            return new BrowserSource.Launch(
                    values.get(Option.HEADLESS),
                    values.get(Option.ARGS),
                    values.get(Option.EXECUTABLE),
                    values.get(Option.TRANSPORT),
                    download);
        }
        return switch (chosenKind.get()) {
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
        var blankKinds = EnumSet.noneOf(BrowserSourceKind.class);
        var chosenKinds = EnumSet.noneOf(BrowserSourceKind.class);
        for (var source : ConfigurationSource.values()) {
            var namedKinds = EnumSet.noneOf(BrowserSourceKind.class);
            for (var kind : BrowserSourceKind.values()) {
                run.valueOf(source, kind.option())
                        .ifPresent(text -> (text.isBlank() ? blankKinds : namedKinds).add(kind));
            }
            refuseContradictions(source, namedKinds);
            if (chosenKinds.isEmpty()) {
                namedKinds.removeAll(blankKinds);
                chosenKinds.addAll(namedKinds);
            }
        }
        if (chosenKinds.isEmpty()) {
            chosenKinds.addAll(code.kinds());
            chosenKinds.removeAll(blankKinds);
        }
        return chosenKinds.stream().findFirst();
    }

    private void refuseContradictions(ConfigurationSource source, Set<BrowserSourceKind> kinds) {
        for (var kind : kinds) {
            for (var option : Option.all()) {
                if (!kind.understands(option) || isOtherKind(kind, option)) {
                    present(source, option).ifPresent(other -> {
                        throw kind.excludes(
                                present(source, kind.option())
                                        .map(ConfiguredValue::where)
                                        .orElseThrow(),
                                other.where(),
                                option);
                    });
                }
            }
            refuseShell(source, kind);
        }
    }

    private void refuseShell(ConfigurationSource source, BrowserSourceKind kind) {
        present(source, Option.HEADLESS)
                .ifPresent(text -> kind.refusal(Option.HEADLESS.parse(text)).ifPresent(why -> {
                    throw text.refused(why);
                }));
    }

    private Optional<ConfiguredValue> present(ConfigurationSource source, Option<?> option) {
        return run.valueOf(source, option).filter(text -> !text.isBlank());
    }

    private static boolean isOtherKind(BrowserSourceKind kind, Option<?> option) {
        return BrowserSourceKind.of(option).filter(other -> other != kind).isPresent();
    }
}
