package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;

/**
 * Which test it was.
 *
 * @param displayName what JUnit calls it, as hostile as test data can be
 * @param className the binary name of the test class
 * @param methodName the name of the test method; empty if it is about the class
 * @param phase where it failed, {@code @BeforeEach}; empty for the test itself
 */
public record TestDescription(String displayName, String className, String methodName, String phase) {

    /** Return class and method, safe to print: {@code com.acme.CheckoutTests.pays_once}. */
    String name() {
        return SafeText.line(methodName.isEmpty() ? className : className + "." + methodName, 300);
    }

    /** Return the display name, or class and method if it is blank; safe to print. */
    String title() {
        return displayName.isBlank() ? name() : SafeText.line(displayName, 200);
    }
}
