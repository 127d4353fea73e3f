package io.github.withcdp.internal.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.SessionId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandWriterTests {

    private static final byte[] NONE = {};

    private final CommandWriter writer = new CommandWriter();

    @Test
    void writes_id_method_params_and_session_in_that_order() {
        assertThat(written(7, "Page.navigate", "{\"url\":\"about:blank\"}", "S1"))
                .isEqualTo(
                        "{\"id\":7,\"method\":\"Page.navigate\",\"params\":{\"url\":\"about:blank\"},\"sessionId\":\"S1\"}");
    }

    @Test
    void leaves_out_what_there_is_not() {
        assertThat(written(1, "Browser.getVersion", "", "")).isEqualTo("{\"id\":1,\"method\":\"Browser.getVersion\"}");
    }

    @Test
    void escapes_a_method_that_needs_it() {
        var text = written(1, "A.\"\\\nü", "", "");

        assertThat(text).isASCII();
        assertThat(Json.read(text).path("method").asString()).isEqualTo("A.\"\\\nü");
    }

    @Test
    void writes_the_next_command_over_the_last_one() {
        written(1000, "Some.longMethod", "{\"a\":\"" + "x".repeat(10_000) + "\"}", "S1");

        assertThat(written(2, "A.b", "", "")).isEqualTo("{\"id\":2,\"method\":\"A.b\"}");
    }

    @Test
    void writes_large_commands_and_gives_their_memory_back() {
        var params = Json.write(Map.of("text", "x".repeat(3_000_000)));
        writer.write(1, "Input.insertText", params, SessionId.BROWSER);
        assertThat(writer.length()).isGreaterThan(3_000_000);
        assertThat(Json.read(writer.buffer(), 0, writer.length())
                        .at("/params/text")
                        .asString())
                .hasSize(3_000_000);

        writer.release();

        assertThat(writer.buffer()).hasSizeLessThan(10_000);
    }

    @Test
    void refuses_what_Chrome_would_end_the_connection_for() {
        var params = new byte[Transport.MAX_COMMAND_BYTES];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(1, "Input.insertText", params, SessionId.BROWSER))
                .withMessageStartingWith("Input.insertText of 104,857,")
                .withMessageContaining("is too large for a command: Chrome ends the connection at 104,857,600")
                .withMessageContaining("Send it in parts");
        assertThat(written(2, "A.b", "", "")).isEqualTo("{\"id\":2,\"method\":\"A.b\"}");
    }

    private String written(int id, String method, String params, String session) {
        writer.write(id, method, params.isEmpty() ? NONE : params.getBytes(US_ASCII), new SessionId(session));
        assertThat(new String(writer.buffer(), 0, writer.length(), US_ASCII)).isEqualTo(writer.toString());
        return writer.toString();
    }
}
