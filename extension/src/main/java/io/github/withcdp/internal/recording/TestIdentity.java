package io.github.withcdp.internal.recording;

/**
 * A test, or a class for what is said before its tests, as recordings know it.
 *
 * @param className the binary name of the test class
 * @param methodName the name of the test method; empty for the class
 * @param displayName what JUnit calls it, with the name of the test before that of an invocation
 * @param classFolder the name of the folder of its class among the reports
 * @param folder the name of the folder of its report in there
 */
public record TestIdentity(String className, String methodName, String displayName, String classFolder, String folder) {

    /** Return the name for people: {@code com.acme.CheckoutTests.pays_once}, or that of the class. */
    public String name() {
        return methodName.isEmpty() ? className : className + "." + methodName;
    }
}
