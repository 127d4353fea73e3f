package io.github.withcdp.internal.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.RecordedMessage;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies in base64 that are text in some charset: what is no secret in them stays readable. */
class EncodedTextTests {

    private static final String TEXT = "%s{\"user\":\"Zoë’s café\",\"password\":\"mug-2026\"}";

    static Stream<Arguments> charsets() {
        return Stream.of(
                Arguments.of(UTF_8, ""),
                Arguments.of(UTF_8, "\uFEFF"),
                Arguments.of(Charset.forName("windows-1252"), ""),
                Arguments.of(UTF_16BE, "\uFEFF"),
                Arguments.of(UTF_16LE, "\uFEFF"));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void are_redacted_where_the_secret_is(Charset charset, String mark) {
        var redacted = redacted(TEXT.formatted(mark).getBytes(charset));

        assertThat(new String(redacted, charset))
                .startsWith(mark + "{\"user\":\"Zoë’s café\",\"password\":\"‹redacted:password:len=8:")
                .endsWith("›\"}");
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void stay_as_they_are_without_one(Charset charset, String mark) {
        var bytes = (mark + "{\"user\":\"Zoë’s café\"}").getBytes(charset);

        assertThat(redacted(bytes)).isEqualTo(bytes);
    }

    @Test
    void are_taken_as_wholes_if_they_are_no_text() {
        var messagePack = "\u0082\u00a5token\u00aamug-2026-x\u00a4user\u00a3Zoe".getBytes(ISO_8859_1);

        assertThat(new String(redacted(messagePack), UTF_8))
                .startsWith("‹redacted:binary:len=")
                .doesNotContain("Zoe");
    }

    private static byte[] redacted(byte[] body) {
        RecordedMessage message = Told.result(
                "Network.getResponseBody",
                "{\"body\":\"%s\",\"base64Encoded\":true}"
                        .formatted(Base64.getEncoder().encodeToString(body)));
        var told = Redaction.DEFAULT.redactorFor(List.of(message)).message(message);
        return Base64.getDecoder().decode(told.replaceFirst(".*\"body\":\"([^\"]*)\".*", "$1"));
    }
}
