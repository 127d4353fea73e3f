package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CDPEventAssertTests {

    private static final CDPEvent RESPONSE = Made.response(404, "http://localhost/api/1");

    @Nested
    class HasMethod {

        @Test
        void passes_for_its_own() {
            assertThat(RESPONSE).hasMethod("Network.responseReceived");
        }

        @Test
        void fails_for_another() {
            assertFails("has-method.txt", () -> assertThat(RESPONSE).hasMethod("Network.loadingFailed"));
        }
    }

    @Nested
    class HasDomain {

        @Test
        void passes_for_its_own() {
            assertThat(RESPONSE).hasDomain("Network");
        }

        @Test
        void fails_for_another() {
            assertFails("has-domain.txt", () -> assertThat(RESPONSE).hasDomain("Page"));
        }
    }

    @Nested
    class HasParam {

        @Test
        void passes_for_a_value_a_condition_and_anything() {
            assertThat(RESPONSE)
                    .hasParam("/response/status", 404)
                    .hasParam("/response/url", matching("**/api/*"))
                    .hasParam("/response");
        }

        @Test
        void fails_for_another_value() {
            assertFails("has-param.txt", () -> assertThat(RESPONSE).hasParam("/response/status", "404"));
        }

        @Test
        void fails_for_a_condition_that_is_not_met() {
            assertFails(
                    "has-param-condition.txt",
                    () -> assertThat(RESPONSE).hasParam("/response/url", containing("checkout")));
        }

        @Test
        void fails_for_one_that_is_not_there() {
            assertFails("has-param-missing.txt", () -> assertThat(RESPONSE).hasParam("/redirectResponse"));
        }

        @Test
        void fails_for_one_that_is_not_there_whatever_it_must_not_be() {
            assertFails(
                    "has-param-missing-negated.txt",
                    () -> assertThat(RESPONSE).hasParam("/redirectResponse", not(matching("http:*"))));
        }

        @Test
        void says_so_if_what_differs_has_been_cut_out() {
            var event = Made.came("Made.up", "{\"text\":\"%s\"}".formatted("x".repeat(150) + "A" + "y".repeat(150)));

            assertFails(
                    "has-param-cut-out.txt",
                    () -> assertThat(event).hasParam("/text", "x".repeat(150) + "B" + "y".repeat(150)));
        }

        @Test
        void refuses_a_pointer_without_a_slash() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(RESPONSE).hasParam("response.status", 404))
                    .withMessageContaining("A JSON pointer starts with a slash");
        }
    }

    @Nested
    class DoesNotHaveParam {

        @Test
        void passes_if_it_is_not_there() {
            assertThat(RESPONSE).doesNotHaveParam("/redirectResponse");
        }

        @Test
        void fails_if_it_is() {
            assertFails("does-not-have-param.txt", () -> assertThat(RESPONSE).doesNotHaveParam("/response"));
        }
    }

    @Nested
    class HasParamSatisfying {

        @Test
        void passes_if_the_requirements_do_not_complain() {
            assertThat(RESPONSE)
                    .hasParamSatisfying(
                            "/response/status",
                            status -> assertThat(status.asInt()).isBetween(400, 499));
        }

        @Test
        void fails_with_what_they_say() {
            assertFails(
                    "has-param-satisfying.txt",
                    () -> assertThat(RESPONSE)
                            .hasParamSatisfying(
                                    "/response/status",
                                    status -> assertThat(status.asInt()).isNegative()));
        }
    }

    @Nested
    class InSession {

        @Test
        void passes_for_its_own() {
            assertThat(RESPONSE).inSession(Made.PAGE).inSession(ScriptedSession.page());
        }

        @Test
        void fails_for_another() {
            assertFails("in-session.txt", () -> assertThat(RESPONSE).inSession(SessionId.BROWSER));
        }
    }
}
