package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.delete;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.head;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.CDPAssertions.options;
import static io.github.withcdp.assertions.CDPAssertions.patch;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.put;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestConditionsTests {

    private final Exchange paid = Traffic.exchange(it -> it.asked(
                    "1",
                    "POST",
                    "/api/pay?now",
                    "\"headers\":{\"Accept\":\"application/json\"},\"postData\":\"{\\\"amount\\\":42}\"")
            .answered("1", 201, "Created"));
    private final Exchange got = Traffic.exchange(it -> it.asked("1", "GET", "/api/users/7"));

    @Test
    void know_all_methods() {
        assertThat(List.of(
                        get("**"),
                        post("**"),
                        put("**"),
                        delete("**"),
                        patch("**"),
                        head("**"),
                        options("**"),
                        request("**")))
                .extracting(condition -> condition.matches(paid))
                .containsExactly(false, true, false, false, false, false, false, true);
        assertThat(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"))
                .zipSatisfy(
                        List.of(get("a"), post("a"), put("a"), delete("a"), patch("a"), head("a"), options("a")),
                        (method, condition) -> assertThat(condition).hasToString(method + " a"));
    }

    @Test
    void match_the_whole_URL() {
        assertThat(got).is(request("http://localhost/api/users/*")).is(get("**/7"));
        assertThat(got).isNot(request("/api/users/7")).isNot(request("http://localhost/api/*"));
        assertThat(paid).isNot(post("**/api/pay")).is(post("**/api/pay?now"));
    }

    @Test
    void say_that_it_is_only_the_query() {
        assertThat(post("**/api/pay").checks(paid).get(0).lines())
                .containsExactly(
                        "  ! URL: \"http://localhost/api/pay?now\", which it is but for the query   <<< expected matching \"**/api/pay\"");
    }

    @Test
    void show_a_URL_as_a_whole_where_values_are_cut() {
        var path = "/" + "x".repeat(200) + "/7";
        var exchange = Traffic.exchange(it -> it.asked("1", "GET", path));

        assertThat(get("http://localhost" + path + "/8").checks(exchange).get(0).lines())
                .containsExactly("  ! URL: \"http://localhost%s\"   <<< expected matching \"http://localhost%s/8\""
                        .formatted(path, path));
    }

    @Test
    void demand_more() {
        assertThat(paid)
                .is(request("**").withMethod("post"))
                .is(request("**").withHeader("accept"))
                .is(request("**").withHeader("ACCEPT", "application/json"))
                .is(request("**").withHeader("accept", containing("json")))
                .is(request("**").withBody("{\"amount\":42}"))
                .is(request("**").withBody(containing("amount")))
                .is(request("**").withJsonBody("/amount", 42))
                .is(request("**").withStatus(201))
                .is(request("**").forResource("fetch"));
        assertThat(paid)
                .isNot(request("**").withMethod("GET"))
                .isNot(request("**").withHeader("authorization"))
                .isNot(request("**").withHeader("accept", "text/html"))
                .isNot(request("**").withHeader("accept", containing("html")))
                .isNot(request("**").withBody("{}"))
                .isNot(request("**").withBody(containing("sum")))
                .isNot(request("**").withJsonBody("/amount", 43))
                .isNot(request("**").withStatus(200))
                .isNot(request("**").forResource("Document"));
        assertThat(got)
                .isNot(request("**").withJsonBody("/amount", 42))
                .isNot(request("**").withStatus(200));
    }

    @Test
    void combine() {
        assertThat(paid)
                .is(post("**").and(request("http://localhost/**")))
                .isNot(post("**").and(request("https://**")))
                .is(get("**").or(post("**")))
                .is(post("**").or(get("**")))
                .isNot(get("**").or(put("**")))
                .is(not(get("**")))
                .isNot(not(post("**").withStatus(201)))
                .is(post("**").withStatus(200).negate())
                .is(get("**").or(post("**")).withStatus(201))
                .isNot(get("**").or(post("**")).withStatus(200))
                .is(post("**/api/pay").and(request("**")).withQueryParam("now"))
                .isNot(post("**/api/pay").and(request("**/api/pay")).withQueryParam("now"));
        assertThat(not(get("**/a").withStatus(200)).and(request("https://**").or(request("wss://**"))))
                .hasToString("not (GET **/a with status 200) with (https://** or wss://**)");
        assertThat(not(request("https://**"))).hasToString("not https://**");
        assertThat(not(get("https://**"))).hasToString("not GET https://**");
    }

    @Test
    void say_what_of_a_combination_is_not_met() {
        var page = ScriptedSession.page().say("Network.enable");
        Traffic.of(page)
                .loaded("1", "POST", "/api/pay", 503, "Service Unavailable")
                .loaded("2", "GET", "/shop", 200, "OK");

        assertFails(
                "requests-combined.txt",
                () -> assertThat(page.recording())
                        .requests(not(request("http://localhost/**"))
                                .and(post("**/api/*").withStatus(201).or(get("**/api/*"))))
                        .hasSize(1));
    }

    @Test
    void describe_themselves() {
        assertThat(post("**/pay")
                        .withHeader("accept", containing("json"))
                        .withBody("{}")
                        .withStatus(201))
                .hasToString("POST **/pay with header accept: containing \"json\" with body: \"{}\" with status 201");
        assertThat(request("**").withMethod("get")).hasToString("** with method GET");
        assertThat(message("out of *").withLevel(Level.ERROR).withType("error").from("**/a.js"))
                .hasToString("text matching \"out of *\" with level ERROR with type error with from **/a.js");
    }

    @Test
    void show_bodies_as_far_as_they_are_known() {
        var upload = Traffic.exchange(it -> it.asked("1", "PUT", "/file", "\"headers\":{},\"hasPostData\":true"));

        assertThat(request("**").withBody("a").checks(upload).get(1).actual()).isEqualTo("one that was not captured");
        assertThat(request("**").withBody("a").checks(got).get(1).actual()).isEqualTo("nothing");
        assertThat(request("**").withBody("a").checks(paid).get(1).actual()).isEqualTo("\"{\\\"amount\\\":42}\"");
    }

    @Test
    void take_JSON_pointers_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("**").withJsonBody("$.amount", 42))
                .withMessage("A JSON pointer starts with a slash: write \"/amount\" instead of \"$.amount\"");
    }

    @Test
    void of_console_messages_match_text_place_and_kind() {
        var error = Traffic.message(it -> it.said("error", "payment refused: http://localhost/api/pay"));

        assertThat(error)
                .is(message("payment refused: *"))
                .is(message(containing("refused")))
                .is(message("*").withLevel(Level.ERROR))
                .is(message("*").withType("error"))
                .is(message("*").from("**/app.js"));
        assertThat(error)
                .isNot(message("payment"))
                .isNot(message(containing("accepted")))
                .isNot(message("*").withLevel(Level.WARNING))
                .isNot(message("*").withType("log"))
                .isNot(message("*").from("**/app"));
    }
}
