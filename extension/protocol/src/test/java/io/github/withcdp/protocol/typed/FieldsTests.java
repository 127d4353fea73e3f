package io.github.withcdp.protocol.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What views say of what they view. */
class FieldsTests {

    private static void refuses(ThrowingCallable access, String message) {
        assertThatExceptionOfType(CDPException.class).isThrownBy(access).withMessage(message);
    }

    private static Network.Response response(String json) {
        return new Network.Response(Json.read(json));
    }

    @Test
    void are_read_when_asked_for() {
        var response =
                response("{\"status\":404,\"url\":\"/\",\"new\":1,\"fromDiskCache\":true,\"encodedDataLength\":3}");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.url()).isEqualTo("/");
        assertThat(response.encodedDataLength()).isEqualTo(3.0);
        assertThat(response.fromDiskCache()).hasValue(true);
        assertThat(response.remotePort()).isEmpty();
        assertThat(response.json().path("new").intValue()).isEqualTo(1);
    }

    @Test
    void that_are_absent_are_told_with_what_is_there() {
        refuses(
                () -> response("{\"url\":\"/\",\"mimeType\":\"\"}").status(),
                "Network.Response has no \"status\", which it should have according to the protocol; it has url, mimeType, see json(). The browser may be of another version");
        refuses(
                () -> response("{\"status\":null}").status(),
                "Network.Response has no \"status\", which it should have according to the protocol; it has status, see json(). The browser may be of another version");
        refuses(
                () -> response("{}").status(),
                "Network.Response has no \"status\", which it should have according to the protocol; it has nothing, see json(). The browser may be of another version");
    }

    @Test
    void of_another_kind_are_told_with_what_they_are() {
        refuses(
                () -> response("{\"status\":\"OK\"}").status(),
                "\"status\" of Network.Response should be an int, but is a string; json() has it as it came");
        refuses(
                () -> response("{\"status\":5000000000}").status(),
                "\"status\" of Network.Response should be an int, but is 5000000000; json() has it as it came");
        refuses(
                () -> response("{\"url\":[]}").url(),
                "\"url\" of Network.Response should be a string, but is an array; json() has it as it came");
        refuses(
                () -> new Page.CaptureScreenshotResult(Json.read("{\"data\":\"%\"}")).data(),
                "\"data\" of Page.CaptureScreenshotResult should be base64, but is something else; json() has it as it came");
    }

    @Test
    void may_have_constants_that_nobody_knew() {
        var event = new Network.LoadingFailedEvent(Json.read("{\"type\":\"Telepathy\",\"errorText\":\"\"}"));

        assertThat(event.type()).isEqualTo(Network.ResourceType.of("Telepathy")).hasToString("Telepathy");
        assertThat(Network.ResourceType.of("Document"))
                .isEqualTo(Network.ResourceType.DOCUMENT)
                .hasSameHashCodeAs(Network.ResourceType.DOCUMENT)
                .isNotEqualTo(Network.ResourceType.IMAGE);
        assertThat((Object) Page.CaptureScreenshotFormat.PNG).isNotEqualTo(Page.StartScreencastFormat.PNG);
    }

    @Test
    void views_are_equal_if_what_they_view_is() {
        assertThat(response("{\"status\":1}"))
                .isEqualTo(response("{\"status\":1}"))
                .hasSameHashCodeAs(response("{\"status\":1}"))
                .isNotEqualTo(response("{\"status\":2}"))
                .isNotEqualTo(new Network.Request(Json.read("{\"status\":1}")))
                .hasToString("{\"status\":1}");
    }
}
