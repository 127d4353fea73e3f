package io.github.withcdp.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What a module shows to everybody: the public types of the packages that it exports, but for those that say that they are internal. */
final class PublicApi {

    private final Path classes;

    /**
     * Create one.
     *
     * @param classes the directory of the compiled module, whose classes must be on the class path too
     */
    PublicApi(Path classes) {
        this.classes = classes;
    }

    /** Return a line for each type and each of its members, sorted. */
    List<String> lines() {
        return types().stream()
                .filter(type -> !isInternal(type))
                .flatMap(type -> TypeLines.of(type).stream())
                .sorted()
                .toList();
    }

    /** Return the public types that are in no other, internal ones too. */
    List<Class<?>> topLevelTypes() {
        return types().stream().filter(type -> type.getEnclosingClass() == null).toList();
    }

    private List<Class<?>> types() {
        try (var descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(Exports::source)
                    .flatMap(this::typesIn)
                    .filter(PublicApi::isVisible)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Class<?>> typesIn(String packageName) {
        try (var files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .<Class<?>>map(name -> load(packageName + "." + name.replaceFirst("\\.class$", "")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Return whether a type can be named from everywhere; a protected one in a class that is open can, by those that extend that. */
    static boolean isVisible(Class<?> type) {
        var around = type.getEnclosingClass();
        if (type.getCanonicalName() == null || (around != null && !isVisible(around))) {
            return false;
        }
        return Modifier.isPublic(type.getModifiers())
                || (Modifier.isProtected(type.getModifiers())
                        && !Modifier.isFinal(Objects.requireNonNull(around).getModifiers()));
    }

    private static boolean isInternal(Class<?> type) {
        var around = type.getEnclosingClass();
        if (around != null) {
            return isInternal(around);
        }
        var api = type.getAnnotation(API.class);
        return api != null && api.status() == API.Status.INTERNAL;
    }
}
