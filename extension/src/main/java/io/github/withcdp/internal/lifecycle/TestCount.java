package io.github.withcdp.internal.lifecycle;

import java.lang.reflect.Modifier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * An estimate of how many tests of a class are still to come, so that no page is prepared for a test that does not exist.
 * A run may select fewer; then one page is made in vain.
 */
final class TestCount {

    private final AtomicInteger left;

    private TestCount(int number) {
        left = new AtomicInteger(number);
    }

    static TestCount of(Class<?> type) {
        return new TestCount(count(type));
    }

    /** Note that a test has begun; return whether there may be another. */
    boolean begin() {
        return left.decrementAndGet() > 0;
    }

    private static int count(Class<?> type) {
        int number = 0;
        for (var method :
                AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)) {
            boolean many = AnnotationSupport.isAnnotated(method, TestTemplate.class)
                    || AnnotationSupport.isAnnotated(method, TestFactory.class)
                    || AnnotationSupport.isAnnotated(method, RepeatedTest.class);
            if (many) {
                return Integer.MAX_VALUE; // nobody knows before it runs
            }
            number++;
        }
        for (var nested : type.getDeclaredClasses()) {
            if (!Modifier.isStatic(nested.getModifiers())) {
                int more = count(nested);
                number = more == Integer.MAX_VALUE ? more : number + more;
                if (more == Integer.MAX_VALUE) {
                    return more;
                }
            }
        }
        return number;
    }
}
