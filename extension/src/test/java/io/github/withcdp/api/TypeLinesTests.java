package io.github.withcdp.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each kind of type has its lines, and what nobody else can use has none. */
public class TypeLinesTests {

    private static final String HERE = "io.github.withcdp.api.TypeLinesTests.";

    @Test
    void of_a_class() {
        assertLines(
                Open.class,
                "public static class<T extends Comparable<T>, U> extends Thread implements java.io.Closeable",
                "protected <X extends java.io.IOException> Open(T, X) throws X, java.io.IOException",
                "protected final java.util.List<@Nullable T> found",
                "public static final String NAME = \"a \\\"name\\\"\"",
                "public static final int NUMBER = 7",
                "@Deprecated(forRemoval = true, since = \"1\") public void gone()",
                "public @Nullable String find(java.util.Map<? super String, ? extends @Nullable T>, String @Nullable [])",
                "protected void inherited(int, String...)",
                "public void close()",
                "public void hiddenInterface()");
    }

    @Test
    void of_a_final_class_without_what_is_protected() {
        assertLines(Closed.class, "public static final class", "public Closed()");
    }

    @Test
    void of_an_interface() {
        assertLines(
                Shape.class,
                "public sealed interface permits " + HERE + "Circle",
                "double area()",
                "default <R> R as(java.util.function.Function<? super " + HERE + "Shape, R>)",
                "static " + HERE + "Shape of(double)");
    }

    @Test
    void of_a_record() {
        assertLines(
                Circle.class,
                "public record(double radius, @Nullable String name) implements " + HERE + "Shape",
                "public Circle(double, @Nullable String)",
                "public double radius()",
                "public @Nullable String name()",
                "public double area()",
                "public final String toString()",
                "public final boolean equals(Object)",
                "public final int hashCode()");
    }

    @Test
    void of_an_enum() {
        assertLines(
                Colour.class,
                "public enum",
                "constant RED",
                "@Deprecated constant BLUE",
                "public static " + HERE + "Colour valueOf(String)",
                "public static " + HERE + "Colour[] values()");
    }

    @Test
    void of_an_annotation() {
        assertLines(
                Marked.class,
                "public @interface",
                "@Retention(value = RUNTIME)",
                "String name()",
                "Class<?>[] types() default {String.class, java.util.Map.Entry.class}",
                HERE + "Colour colour() default RED",
                "Deprecated why() default @Deprecated(since = \"2\")",
                "int count() default 3");
    }

    private static void assertLines(Class<?> type, String... lines) {
        assertThat(TypeLines.of(type))
                .containsExactlyInAnyOrderElementsOf(List.of(lines).stream()
                        .map(line -> type.getCanonicalName() + ": " + line)
                        .toList());
    }

    /** One that nobody else can name. */
    interface Hidden extends Closeable {

        default void hiddenInterface() {}
    }

    abstract static class HiddenClass<T> extends Thread implements Hidden {

        static final int UNSEEN = 1;

        protected void inherited(int number, String... more) {}

        void unseen() {}
    }

    public static class Open<T extends Comparable<T>, U> extends HiddenClass<T> {

        public static final String NAME = "a \"name\"";
        public static final int NUMBER = 7;

        protected final List<@Nullable T> found = List.of();

        protected <X extends IOException> Open(T value, X reason) throws X, IOException {}

        @Deprecated(forRemoval = true, since = "1")
        public void gone() {}

        public @Nullable String find(Map<? super String, ? extends @Nullable T> map, String @Nullable [] names) {
            return null;
        }

        @Override
        public void close() {}
    }

    public static final class Closed {

        public Closed() {}

        @SuppressWarnings("ProtectedMembersInFinalClass") // which nobody sees
        protected void unseen() {}
    }

    public sealed interface Shape permits Circle, Blot {

        double area();

        default <R> R as(Function<? super Shape, R> form) {
            return form.apply(this);
        }

        static Shape of(double radius) {
            return new Circle(radius, null);
        }
    }

    public record Circle(double radius, @Nullable String name) implements Shape {

        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    static final class Blot implements Shape {

        @Override
        public double area() {
            return 1;
        }
    }

    public enum Colour {
        RED,
        @Deprecated
        BLUE
    }

    @Retention(RetentionPolicy.RUNTIME)
    public @interface Marked {

        String name();

        Class<?>[] types() default {String.class, Map.Entry.class};

        Colour colour() default Colour.RED;

        Deprecated why() default @Deprecated(since = "2");

        int count() default 3;
    }
}
