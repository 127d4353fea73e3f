package io.github.withcdp.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlFormTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:41/a?_=7&q=tea&at=1732918273645#x,http://127.0.0.1:‹port›/a?_=‹any›&q=tea&at=‹epoch›#x
            https://shop.test/carts/3f2504e0-4f89-41d3-9a0c-0305e82c3301?Nonce=a&b,https://shop.test/carts/‹uuid›?Nonce=‹any›&b
            blob:http://localhost:4711/3f2504e0-4f89-41d3-9a0c-0305e82c3301,blob:http://localhost:‹port›/‹uuid›
            http://a.test/#/route?_=1,http://a.test/#/route?_=1
            'data:text/html,<p>?_=1','data:text/html,<p>?_=1'
            about:blank,about:blank
            """)
    void has_no_value_that_changes_from_run_to_run(String url, String form) {
        assertThat(UrlForm.of(url)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:41/a/b?q=1#x,/a/b
            http://a.test?q,''
            blob:http://localhost:4711/3f2504e0-4f89-41d3-9a0c-0305e82c3301,/‹uuid›
            about:blank,about:blank
            """)
    void has_a_path(String url, String path) {
        assertThat(UrlForm.path(url)).isEqualTo(path);
    }

    @Test
    void is_part_of_the_key_of_a_request() {
        var one = RequestKey.of("POST", "http://localhost:1/a?_=1#x", "{\"b\":1732918273645,\"a\":[1]}");
        var same = RequestKey.of("POST", "http://localhost:2/a?_=2", "{ \"a\":[1], \"b\":1732918999999 }");
        var other = RequestKey.of("POST", "http://localhost:2/a?_=2", "{\"a\":[2]}");

        assertThat(one).isEqualTo(same).isNotEqualTo(other);
        assertThat(one.withoutBody()).isEqualTo(other.withoutBody());
    }

    @Test
    void makes_one_form_of_contents_that_say_the_same() {
        assertThat(ContentForm.of("{\"b\":{\"y\":1,\"x\":\"id 3f2504e0-4f89-41d3-9a0c-0305e82c3301\"},\"a\":null}"))
                .isEqualTo("{\"a\":null,\"b\":{\"x\":\"id \\u2039uuid\\u203A\",\"y\":1}}");
        assertThat(ContentForm.of("{broken at 2026-11-29")).isEqualTo("{broken at ‹date›");
        assertThat(ContentForm.of("")).isEmpty();
    }
}
