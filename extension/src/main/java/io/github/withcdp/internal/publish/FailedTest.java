package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.report.WrittenReport;
import java.util.Optional;

/**
 * A test that has failed.
 *
 * @param testClass its class, if it has one
 * @param methodName its method; empty if it is about the class
 * @param thrown why it failed; only its stack trace is used
 * @param report what was written of it, without secrets
 */
public record FailedTest(Optional<Class<?>> testClass, String methodName, Throwable thrown, WrittenReport report) {}
