package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.recording.Exchange;
import org.junit.jupiter.api.Test;

class QueryParamTests {

    private final Exchange search = Traffic.exchange(it -> it.asked(
            "1", "GET", "/search?q=caf%C3%A9+au%20lait&tag=a&tag=b%26c&caf%C3%A9=1&flag&none=&broken=%zz#q=fragment"));
    private final Exchange start = Traffic.exchange(it -> it.asked("1", "GET", "/start#?q=1"));

    @Test
    void is_decoded() {
        assertThat(search)
                .hasQueryParam("q", "café au lait")
                .hasQueryParam("café", "1")
                .hasQueryParam("tag", "b&c")
                .hasQueryParam("flag", "")
                .hasQueryParam("none", "")
                .hasQueryParam("broken", "%zz")
                .doesNotHaveQueryParam("Q");
        assertThat(start).doesNotHaveQueryParam("q");
    }

    @Test
    void is_taken_apart_before_it_is_decoded() {
        var exchange =
                Traffic.exchange(it -> it.asked("1", "GET", "/search?&sum=1+%2B+1=2&&pair=a%3Db%26c%3Dd&next=/a?b"));

        assertThat(exchange)
                .hasQueryParam("sum", "1 + 1=2")
                .hasQueryParam("pair", "a=b&c=d")
                .hasQueryParam("next", "/a?b")
                .doesNotHaveQueryParam("c")
                .doesNotHaveQueryParam("");
    }

    @Test
    void may_have_several_of_one_name() {
        assertThat(search)
                .hasQueryParam("tag")
                .hasQueryParam("tag", "a")
                .hasQueryParam("tag", matching("b*"))
                .hasQueryParam("tag", not(containing("b")));
        assertThat(search)
                .is(request("**").withQueryParam("tag", "a").withQueryParam("tag", "b&c"))
                .is(request("**").withQueryParam("tag", containing("c")))
                .isNot(request("**").withQueryParam("tag", "c"))
                .isNot(request("**").withQueryParam("tags"))
                .isNot(request("**").withQueryParam("missing", not(containing("a"))));
    }

    @Test
    void need_not_stand_in_the_pattern() {
        assertThat(search)
                .is(get("**/search").withQueryParam("flag"))
                .is(get("**/search").withStatus(0).withQueryParam("flag").withQueryParam("tag"))
                .is(get("**/search?q=**").withQueryParam("flag"))
                .isNot(get("**/search"))
                .isNot(get("**/search").withStatus(0))
                .isNot(get("**/search").withStatus(404).withQueryParam("flag"))
                .isNot(get("**/search?").withQueryParam("flag"))
                .isNot(get("**/start").withQueryParam("flag"));
        assertThat(get("**/search").withQueryParam("flag").withQueryParam("tag", "a"))
                .hasToString("GET **/search with query param flag with query param tag: \"a\"");
    }

    @Test
    void shows_what_there_is_instead() {
        assertFails("exchange-query-param.txt", () -> assertThat(search).hasQueryParam("tag", "c"));
        assertFails("exchange-query-param-none.txt", () -> assertThat(search).hasQueryParam("sort"));
        assertFails("exchange-query-none.txt", () -> assertThat(start).hasQueryParam("q"));
        assertFails("exchange-not-query-param.txt", () -> assertThat(search).doesNotHaveQueryParam("tag"));
    }

    @Test
    void shows_all_of_one_name() {
        assertThat(request("**")
                        .withQueryParam("tag", "c")
                        .checks(search)
                        .get(1)
                        .actual())
                .isEqualTo("\"a\" and \"b&c\"");
    }

    @Test
    void shows_the_closest() {
        var page = ScriptedSession.page().say("Network.enable");
        Traffic.of(page)
                .asked("1", "GET", "/search?q=green+tea&page=1")
                .asked("2", "GET", "/search?q=coffee")
                .asked("3", "GET", "/search");

        assertFails(
                "requests-query.txt",
                () -> assertThat(page.recording())
                        .requests(get("**/search")
                                .withQueryParam("q", "black tea")
                                .withQueryParam("page"))
                        .hasSize(1));
    }
}
