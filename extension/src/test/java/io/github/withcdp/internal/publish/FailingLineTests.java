package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailingLineTests {

    private static final String FILE = "FailingLineTests.java";

    private static StackTraceElement call(String type, String method, int line) {
        return new StackTraceElement(type, method, FILE, line);
    }

    private static Throwable failure(StackTraceElement... calls) {
        var failure = new AssertionError("no");
        failure.setStackTrace(calls);
        return failure;
    }

    private static Optional<Integer> line(Throwable failure, Class<?> type, String method) {
        return FailingLine.of(failure, type, method).map(FailingLine::number);
    }

    private static final String ME = FailingLineTests.class.getName();

    @Test
    void is_that_of_the_method_and_not_of_what_it_calls() {
        var failure = failure(
                call("org.assertj.Assert", "fail", 1),
                call(ME, "check", 20),
                call(ME, "pays", 30),
                call(ME, "pays", 40));

        assertThat(FailingLine.of(failure, FailingLineTests.class, "pays"))
                .contains(new FailingLine(FailingLineTests.class, FILE, 30));
    }

    @Test
    void is_in_a_lambda_of_the_method_if_it_failed_there() {
        for (var lambda : new String[] {"lambda$pays$0", "pays$lambda$1"}) {
            assertThat(line(failure(call(ME, lambda, 31), call(ME, "pays", 30)), FailingLineTests.class, "pays"))
                    .contains(31);
        }
        assertThat(line(failure(call(ME + "$pays$1", "run", 31), call(ME, "pays", 30)), FailingLineTests.class, "pays"))
                .contains(31);
        assertThat(line(failure(call(ME, "repays", 31), call(ME, "pays", 30)), FailingLineTests.class, "pays"))
                .contains(30);
    }

    @Test
    void is_another_one_of_the_class_if_the_method_is_not_in_the_trace() {
        assertThat(line(failure(call("x.Y", "z", 1), call(ME, "open", 12)), FailingLineTests.class, "pays"))
                .contains(12);
        assertThat(line(failure(call(ME, "open", 12)), FailingLineTests.class, ""))
                .contains(12);
    }

    @Test
    void is_in_the_class_above_or_around_if_the_method_is_there() {
        assertThat(FailingLine.of(failure(call(Base.class.getName(), "pays", 3)), Inherits.class, "pays"))
                .contains(new FailingLine(Base.class, FILE, 3));
        assertThat(FailingLine.of(failure(call(Contract.class.getName(), "pays", 4)), Inherits.class, "pays"))
                .contains(new FailingLine(Contract.class, FILE, 4));
        assertThat(FailingLine.of(failure(call(ME, "open", 5)), Inner.class, "pays"))
                .contains(new FailingLine(FailingLineTests.class, FILE, 5));
    }

    @Test
    void is_that_of_a_cause_if_the_failure_has_none() {
        var wrapped = failure(call("x.Y", "z", 1));
        wrapped.initCause(failure(call(ME, "pays", 8)));

        assertThat(line(wrapped, FailingLineTests.class, "pays")).contains(8);
    }

    @Test
    void is_not_to_be_found_everywhere() {
        assertThat(line(failure(), FailingLineTests.class, "pays")).isEmpty();
        assertThat(line(failure(call("x.Y", "pays", 1)), FailingLineTests.class, "pays"))
                .isEmpty();
        assertThat(line(failure(call(ME, "pays", -1)), FailingLineTests.class, "pays"))
                .isEmpty();
        var circle = failure();
        circle.initCause(new Exception("round", circle, false, false) {});
        assertThat(line(circle, Base.class, "pays")).isEmpty();
    }

    interface Contract {}

    static class Base {}

    static class Inherits extends Base implements Contract {}

    @Nested
    class Inner {}
}
