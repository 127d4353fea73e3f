package io.github.withcdp.internal.redaction;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts that make rules begin again and again: each rule has one at least that a page could write to keep it busy.
 * Read by tests and by a benchmark.
 */
public final class HostileTexts {

    private HostileTexts() {}

    /** Return what such texts are made of. */
    public static Stream<String> units() {
        return Stream.of(
                "_eyJ",
                "_eyJaaaaaa.bb",
                "_sk-",
                "Bearer ",
                "-----BEGIN PRIVATE KEY",
                "password",
                "password=",
                "password: ",
                "password=(",
                "password=\"",
                "password=\\\"",
                "'password'",
                "password is ",
                "--token ",
                "secret \"",
                "key=",
                "API key ",
                " -u ",
                "<input ",
                "<input a=\"",
                "<input a='",
                "<a x=\"<b y='",
                ":password>",
                "<password><![CDATA[",
                "<label>password",
                "<select id=token>",
                "<a href=\"https://a.test/x\">link</a> ",
                "://",
                "https://a@",
                "https://a.test/?a&a",
                "https://a.test/#/",
                "#/",
                "&a",
                "/reset/aB3dE5fG",
                "1.1",
                "4111 ",
                "DE89 3704 ",
                "aaaa",
                "[[",
                "{\"value\":1},",
                "\\",
                "\\\"",
                "‹redacted:",
                "‹redacted:a:len=1:hash=0000›",
                "abcdefg…",
                "data: x\n",
                "password,b\n",
                "a: b    c",
                "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n",
                "é\u0301");
    }

    /** Return a text of some length that is made of all units, one after another. */
    public static String ofAll(int length) {
        int each = length / (int) units().count();
        return units().map(unit -> of(unit, each)).collect(Collectors.joining());
    }

    /** Return a text of some length that is made of a unit. */
    public static String of(String unit, int length) {
        return unit.repeat(Math.max(1, length / unit.length()));
    }
}
