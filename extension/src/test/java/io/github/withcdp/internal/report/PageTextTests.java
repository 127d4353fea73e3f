package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTests {

    @Test
    void is_what_a_document_says_line_by_line() {
        assertThat(
                        PageText.of(
                                "<html><head><title>Shop</title></head><body><h1>Your <b>basket</b></h1><p>2 &lt; 3 &amp;&nbsp;so\n  on</p><ul><li>one</li><li>two</li></ul></body></html>"))
                .containsExactly("Your basket", "2 < 3 & so on", "one", "two");
    }

    @Test
    void what_is_beside_each_other_is_on_a_line() {
        assertThat(
                        PageText.of(
                                "<table><tr><th>Item</th><td>3</td></tr><tr><th>Sum</th><td>9</td></tr></table><div><label>Name</label><input type=\"text\" value=\"secret\"><input type=\"submit\" value=\"Pay &amp; go\"><button>Back</button></div>"))
                .containsExactly("Item 3", "Sum 9", "Name Pay & go Back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>if (1 < 2) { say('</p>no'); }</script>",
                "<style>p::after { content: '<no>' }</style>",
                "<!-- no <p>no</p> -->",
                "<noscript><p>no</p></noscript>",
                "<template><p>no</p></template>",
                "<p hidden=\"\">no</p>",
                "<div hidden=\"until-found\"><div>no</div>no</div>",
                "<div style=\"color:red; display: none\"><br><p>no</p></div>",
                "<p style=\"visibility:hidden\">no</p>",
                "<dialog><p>no</p></dialog>",
                "<svg><text>no</text></svg>",
                "<iframe srcdoc=\"<p>no</p>\">no</iframe>"
            })
    void scripts_styles_and_what_is_hidden_say_nothing(String markup) {
        assertThat(PageText.of("<p>before</p>" + markup + "<p>after</p>")).containsExactly("before", "after");
    }

    @Test
    void shadow_roots_and_open_dialogs_are_shown() {
        assertThat(
                        PageText.of(
                                "<my-el><template shadowrootmode=\"closed\"><p>inside</p></template></my-el><dialog open=\"\">Sure?</dialog><p data-x=\" hidden \" title=\"a > b\">shown</p>"))
                .containsExactly("inside", "Sure?", "shown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "</",
                "<!",
                "<!--",
                "<a",
                "<a b=\"",
                "</a",
                "<script>",
                "<script></scrip",
                "&",
                "<>",
                "</>",
                "<p hidden",
                "</p></p></p>"
            })
    void what_is_broken_ends_it(String markup) {
        assertThat(PageText.of("<p>text</p>" + markup)).startsWith("text");
    }

    @Test
    void what_is_very_long_is_cut() {
        assertThat(PageText.of("x".repeat(3_000_000)))
                .singleElement()
                .asString()
                .hasSize(301);
        assertThat(PageText.of("<p>line</p>".repeat(500_000))).hasSize(200);
        assertThat(PageText.of("<b>".repeat(1_000_000))).isEmpty();
        assertThat(PageText.of("<p " + "hidden ".repeat(1_000_000))).isEmpty();
        assertThat(PageText.of("<input type=\"submit\" value=\"" + "v".repeat(1_000_000) + "\">")
                        .toString())
                .hasSizeLessThan(400);
    }
}
