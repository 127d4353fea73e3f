package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Hands files to JUnit, which hands them on to whoever listens: the Open Test Reporting file, Gradle's report, Allure.
 * The type that says what kind of file it is has moved between JUnit 5.12 and 5.14 and its old place is gone in 6, so it is found at run time.
 */
final class FilePublisher {

    private static final Optional<Method> PUBLISH =
            method("org.junit.jupiter.api.MediaType").or(() -> method("org.junit.jupiter.api.extension.MediaType"));

    private FilePublisher() {}

    /** Publish a file under its own name; a failure to do so is logged, because there is a more important one to tell. */
    static void publish(ExtensionContext context, Path file) {
        if (PUBLISH.isEmpty()) {
            return;
        }
        var publish = PUBLISH.get();
        ThrowingConsumer<Path> copy = target -> link(file, target);
        try {
            var type = publish.getParameterTypes()[1]
                    .getMethod("parse", String.class)
                    .invoke(null, mediaType(file));
            publish.invoke(context, file.getFileName().toString(), type, copy);
        } catch (InvocationTargetException failure) {
            Loggers.of(FilePublisher.class)
                    .log(System.Logger.Level.DEBUG, "JUnit did not take " + file, failure.getCause());
        } catch (ReflectiveOperationException failure) {
            Loggers.of(FilePublisher.class).log(System.Logger.Level.DEBUG, "JUnit did not take " + file, failure);
        }
    }

    /** Make a file a link to another: the traffic of a long test is large, and the same bytes need not be on the disk twice. */
    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target);
        }
    }

    private static String mediaType(Path file) {
        var name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=UTF-8";
            case "png" -> "image/png";
            case "md" -> "text/markdown; charset=UTF-8";
            case "har", "json" -> "application/json";
            case "jsonl" -> "application/jsonl";
            default -> "text/plain; charset=UTF-8";
        };
    }

    private static Optional<Method> method(String mediaType) {
        try {
            return Optional.of(ExtensionContext.class.getMethod(
                    "publishFile", String.class, Class.forName(mediaType), ThrowingConsumer.class));
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
