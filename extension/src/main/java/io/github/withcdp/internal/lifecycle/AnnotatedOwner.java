package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.WithCDP;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The class whose {@link WithCDP} counts for a test.
 *
 * @param type the innermost test class that has the annotation: its own, one within another annotation, or one that it inherits from a class or an interface
 * @param annotation that annotation
 */
record AnnotatedOwner(Class<?> type, WithCDP annotation) {

    /**
     * Return the owner among the test class of a context and the classes around it.
     * These are taken from the contexts, not from the declaration: a nested class that is inherited runs within the inheriting class.
     *
     * @return nothing if none has the annotation
     */
    static Optional<AnnotatedOwner> of(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(AnnotatedOwner::ofThisAlone)
                .or(() -> context.getParent().flatMap(AnnotatedOwner::of));
    }

    /** Return the owner if it is the class itself, regardless of the classes around it. */
    static Optional<AnnotatedOwner> ofThisAlone(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, WithCDP.class)
                .map(annotation -> new AnnotatedOwner(type, annotation));
    }
}
