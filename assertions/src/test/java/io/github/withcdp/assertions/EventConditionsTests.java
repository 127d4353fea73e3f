package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.EventConditions.containing;
import static io.github.withcdp.assertions.EventConditions.event;
import static io.github.withcdp.assertions.EventConditions.fromTarget;
import static io.github.withcdp.assertions.EventConditions.inSession;
import static io.github.withcdp.assertions.EventConditions.matching;
import static io.github.withcdp.assertions.EventConditions.not;
import static io.github.withcdp.assertions.EventConditions.param;
import static io.github.withcdp.assertions.EventConditions.paramSatisfying;
import static io.github.withcdp.assertions.EventConditions.type;
import static io.github.withcdp.assertions.EventConditions.url;
import static io.github.withcdp.assertions.EventConditions.where;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.session.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.MissingNode;

class EventConditionsTests {

    private static final CDPEvent EVENT = Made.came("Made.up", """
            {"whole":404,"broken":404.5,"big":12345678901234567890,"text":"hello","yes":true,"none":null,
             "list":[1,2.0],"object":{"a":1.0},"url":"http://localhost/api/users/7?full=1"}""");

    @Nested
    class Param {

        static Stream<Arguments> equal() {
            return Stream.of(
                    Arguments.of("/whole", 404),
                    Arguments.of("/whole", 404L),
                    Arguments.of("/whole", 404.0),
                    Arguments.of("/whole", (short) 404),
                    Arguments.of("/whole", new BigDecimal("404.000")),
                    Arguments.of("/whole", Made.json("404.0")),
                    Arguments.of("/broken", 404.5f),
                    Arguments.of("/big", new BigInteger("12345678901234567890")),
                    Arguments.of("/text", "hello"),
                    Arguments.of("/text", CharBuffer.wrap("hello")),
                    Arguments.of("/list", Made.json("[1.0,2]")),
                    Arguments.of("/object", Made.json("{\"a\":1}")),
                    Arguments.of("/yes", true),
                    Arguments.of("/list", List.of(1, 2.0)),
                    Arguments.of("/object", Map.of("a", 1)),
                    Arguments.of("/none", null));
        }

        @ParameterizedTest
        @MethodSource("equal")
        void is_met_by_an_equal_value(String pointer, @Nullable Object value) {
            assertThat(EVENT).has(param(pointer, value));
        }

        static Stream<Arguments> different() {
            return Stream.of(
                    Arguments.of("/whole", 405),
                    Arguments.of("/whole", "404"),
                    Arguments.of("/whole", Double.NaN),
                    Arguments.of("/broken", 404),
                    Arguments.of("/text", "Hello"),
                    Arguments.of("/yes", "true"),
                    Arguments.of("/none", "null"),
                    Arguments.of("/nothing", null),
                    Arguments.of("/list", Made.json("[2,1]")),
                    Arguments.of("/list", Made.json("[1]")),
                    Arguments.of("/object", Made.json("{\"a\":1,\"b\":2}")));
        }

        @ParameterizedTest
        @MethodSource("different")
        void is_not_met_by_another_value(String pointer, @Nullable Object value) {
            assertThat(EVENT).doesNotHave(param(pointer, value));
        }

        @Test
        void compares_numbers_that_no_double_can_have() {
            var huge = new BigInteger("1" + "0".repeat(400));
            var event = Made.came("Made.up", "{\"huge\":%s,\"infinite\":1e999}".formatted(huge));

            assertThat(event)
                    .has(param("/huge", huge))
                    .has(param("/infinite", Double.POSITIVE_INFINITY))
                    .doesNotHave(param("/huge", Double.POSITIVE_INFINITY))
                    .doesNotHave(param("/infinite", huge));
        }

        @Test
        void is_met_by_anything_that_is_there() {
            assertThat(EVENT).has(param("/none")).doesNotHave(param("/nothing"));
        }

        @Test
        void describes_itself() {
            assertThat(List.of(
                            param("/whole", 404),
                            param("/text", "say \"hi\""),
                            param("/none", null),
                            param("/text"),
                            param("/url", matching("**/api/*")),
                            param("", Made.json("{}"))))
                    .extracting(EventCondition::toString)
                    .containsExactly(
                            "/whole: 404",
                            "/text: \"say \\\"hi\\\"\"",
                            "/none: null",
                            "/text: anything",
                            "/url: matching \"**/api/*\"",
                            "params: {}");
        }

        @Test
        void refuses_what_json_does_not_have() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> param("/list", List.of(Optional.empty())))
                    .withMessageStartingWith("A java.util.Optional ")
                    .withMessageEndingWith(
                            "cannot be compared with JSON: give a number, a text, a boolean, null, a JsonNode, a list or a map of these, or a condition like matching(glob), or say it with paramSatisfying(pointer, value -> …) or satisfies(value -> …)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> param("/list", MissingNode.getInstance()))
                    .withMessageContaining("write not(param(pointer))");
        }

        @Test
        void refuses_a_pointer_without_a_slash() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> param("response.status", 404))
                    .withMessage(
                            "A JSON pointer starts with a slash: write \"/response/status\" instead of \"response.status\"");
        }
    }

    @Nested
    class ParamSatisfying {

        @Test
        void is_met_if_the_requirements_do_not_complain() {
            assertThat(EVENT)
                    .has(paramSatisfying(
                            "/whole", value -> assertThat(value.asInt()).isPositive()))
                    .has(paramSatisfying(
                            "/nothing",
                            value -> assertThat(value.isMissingNode()).isTrue()))
                    .doesNotHave(paramSatisfying(
                            "/whole", value -> assertThat(value.asInt()).isZero()));
        }

        @Test
        void describes_itself() {
            assertThat(paramSatisfying("/whole", value -> {}))
                    .hasToString("/whole: a value that satisfies the requirements");
        }

        @Test
        void says_of_each_what_the_requirements_say() {
            assertFails(
                    "param-satisfying.txt",
                    () -> CDPAssertions.assertThat(CapturedEvents.of(
                                    Made.came("Made.up", "{\"no\":1,\"name\":\"a\"}"),
                                    Made.came("Made.up", "{\"no\":7,\"name\":\"b\"}"),
                                    Made.came("Made.up", "{}")))
                            .containsEvent(
                                    "Made.up",
                                    paramSatisfying(
                                            "/no", no -> assertThat(no.asInt(0)).isBetween(8, 9)),
                                    param("/name", "a")
                                            .or(paramSatisfying(
                                                    "/name",
                                                    name -> assertThat(name.asString(""))
                                                            .as("the name")
                                                            .isEqualTo("c")))));
        }
    }

    @Nested
    class JsonValues {

        @ParameterizedTest
        @CsvSource({
            "**/api/users/*, true",
            "http://localhost/**, true",
            "**, true",
            "**?full=1, true",
            "http://*/api/**, true",
            "*, false",
            "http://localhost/*, false",
            "**/api/users/, false",
            "**?full=., false",
            "http://localhost/api/users/7?full=1, true"
        })
        void match_a_glob(String glob, boolean met) {
            assertThat(param("/url", matching(glob)).matches(EVENT)).isEqualTo(met);
        }

        @Test
        void match_a_glob_over_line_breaks() {
            var event = Made.came("Made.up", "{\"text\":\"a\\nb\"}");

            assertThat(event).has(param("/text", matching("a**b")));
        }

        @Test
        void match_a_regex_as_a_whole() {
            assertThat(EVENT)
                    .has(param("/text", matching(Pattern.compile("h.*o"))))
                    .doesNotHave(param("/text", matching(Pattern.compile("ell"))))
                    .doesNotHave(param("/whole", matching(Pattern.compile(".*"))));
        }

        @Test
        void contain_a_text() {
            assertThat(EVENT)
                    .has(param("/text", containing("ell")))
                    .doesNotHave(param("/text", containing("ELL")))
                    .doesNotHave(param("/list", containing("1")));
        }

        @Test
        void combine() {
            var starts = matching("h*");
            var ends = matching("*x");

            assertThat(starts.or(ends).matches(EVENT.param("/text"))).isTrue();
            assertThat(starts.and(ends).matches(EVENT.param("/text"))).isFalse();
            assertThat(starts.and(not(ends)).matches(EVENT.param("/text"))).isTrue();
            assertThat(starts.and(ends).or(ends).negate())
                    .hasToString("not ((matching \"h*\" and matching \"*x\") or matching \"*x\")");
            assertThat(List.of(matching(Pattern.compile("a+")), containing("b")))
                    .extracting(ValueCondition::toString)
                    .containsExactly("matching the regex \"a+\"", "containing \"b\"");
        }
    }

    @Nested
    class Origins {

        @Test
        void are_sessions() {
            assertThat(EVENT)
                    .has(inSession(Made.PAGE))
                    .has(inSession(ScriptedSession.page()))
                    .doesNotHave(inSession(SessionId.BROWSER));
            assertThat(inSession(SessionId.BROWSER)).hasToString("session: browser");
        }

        @Test
        void are_targets_if_these_are_known() {
            var browser = CDPEvent.of(SessionId.BROWSER, "Target.targetCreated", Made.json("{}"));

            assertThat(browser).has(fromTarget(type("browser")));
            assertThat(EVENT).doesNotHave(fromTarget(type("page")));
        }

        @Test
        void say_so_if_the_target_is_not_known() {
            assertFails(
                    "from-target-unknown.txt",
                    () -> CDPAssertions.assertThat(CapturedEvents.of(EVENT))
                            .containsEvent("Made.up", fromTarget(type("page"))));
        }

        @Test
        void combine() {
            var target = new Target("T1", "page", "http://localhost/");

            assertThat(type("page").and(url("http://localhost/*")).matches(target))
                    .isTrue();
            assertThat(type("page").and(url("https:**")).matches(target)).isFalse();
            assertThat(type("worker").or(url("http:**")).matches(target)).isTrue();
            assertThat(not(type("page")).matches(target)).isFalse();
            assertThat(fromTarget(type("page").and(not(url("https:**"))).or(type("tab"))))
                    .hasToString("from target: ((type page and not URL matching \"https:**\") or type tab)");
        }
    }

    @Nested
    class All {

        private final EventCondition met = param("/whole", 404);
        private final EventCondition unmet = param("/text", "bye");

        @Test
        void combine() {
            assertThat(EVENT)
                    .has(met.and(param("/yes", true)))
                    .doesNotHave(met.and(unmet))
                    .has(unmet.or(met))
                    .doesNotHave(unmet.or(unmet))
                    .has(not(unmet))
                    .doesNotHave(met.negate());
        }

        @Test
        void describe_themselves() {
            assertThat(met.and(unmet).or(not(met)))
                    .hasToString("((/whole: 404 and /text: \"bye\") or not /whole: 404)");
            assertThat(event("Made.up", met, unmet)).hasToString("Made.up with /whole: 404 with /text: \"bye\"");
            assertThat(where("it is 100% new", any -> true)).hasToString("it is 100% new");
        }

        @Test
        void take_whatever_a_test_wants_to_ask() {
            assertThat(EVENT)
                    .has(where("of the domain Made", event -> event.domain().equals("Made")))
                    .doesNotHave(
                            where("of the domain Page", event -> event.domain().equals("Page")));
        }

        @Test
        void know_the_method_of_an_event() {
            assertThat(EVENT)
                    .has(event("Made.up", met))
                    .doesNotHave(event("Made.down"))
                    .doesNotHave(event("Made.up", unmet));
        }

        @Test
        void say_what_is_not_met() {
            assertFails(
                    "conditions-combined.txt",
                    () -> CDPAssertions.assertThat(CapturedEvents.of(EVENT))
                            .containsEvent(
                                    "Made.up",
                                    unmet.or(param("/whole", 500)),
                                    not(met),
                                    met.and(param("/yes", false)),
                                    where("it is 100% new", any -> false),
                                    where("it is old", any -> true),
                                    not(where("it is old", any -> true)),
                                    paramSatisfying(
                                            "/list", value -> assertThat(value).isEmpty())));
        }
    }
}
