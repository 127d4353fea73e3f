package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Which test it was.
 *
 * @param displayName what JUnit calls it, as hostile as test data can be
 * @param className the binary name of the test class
 * @param methodName the name of the test method; empty if it is about the class
 * @param phase where it failed, {@code @BeforeEach}; empty for the test itself
 */
public record TestDescription(String displayName, String className, String methodName, String phase) {

    /** No test, but what was said. */
    static final TestDescription NONE = new TestDescription("", "", "", "");

    /** Return class and method, safe to print: {@code com.acme.CheckoutTests.pays_once}. */
    String name() {
        return SafeText.line(methodName.isEmpty() ? className : className + "." + methodName, 300);
    }

    /** Return the display name, or class and method if it is blank; safe to print. */
    String title() {
        return displayName.isBlank() ? name() : SafeText.line(displayName, 200);
    }

    TestDescription redacted(UnaryOperator<String> redactor) {
        return new TestDescription(redactor.apply(displayName), className, methodName, phase);
    }

    JsonNode json() {
        return Json.object()
                .put("displayName", HeaderJson.head(displayName))
                .put("className", className)
                .put("methodName", methodName)
                .put("phase", phase);
    }

    static TestDescription read(JsonNode test) {
        return new TestDescription(
                HeaderJson.text(test, "displayName"),
                HeaderJson.text(test, "className"),
                HeaderJson.text(test, "methodName"),
                HeaderJson.text(test, "phase"));
    }
}
