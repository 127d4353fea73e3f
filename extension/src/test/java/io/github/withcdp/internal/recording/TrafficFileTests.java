package io.github.withcdp.internal.recording;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficFileTests {

    private static final String HEADER =
            "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"\",\"started\":\"2026-11-20T13:00:00.123Z\",\"complete\":true,\"incompleteBecause\":\"\"}\n";

    @TempDir
    Path directory;

    private Path file;
    private final TestConversation conversation = TestConversation.inMemory();

    @BeforeEach
    void name() {
        file = directory.resolve("traffic.jsonl");
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void has_a_header_and_one_message_a_line() throws IOException {
        conversation.recorder().browserVersion("Chrome/156.0");
        conversation.sent(PAGE, "Page.navigate", 4).pass(Duration.ofNanos(31_245_678));
        conversation.event(SessionId.BROWSER, "A.b", "{\"x\":1.10}");

        conversation.recording().writeTo(file);

        assertThat(file).hasContent("""
                {"withcdp":"traffic","version":1,"browser":"Chrome/156.0","started":"2026-11-20T13:00:00.123Z","complete":true,"incompleteBecause":"","messages":2}
                {"sequence":0,"elapsed":0.000000000,"direction":"sent","session":"9F86D081884C7D659A2FEAA0C55AD015","method":"Page.navigate","id":4,"message":{"id":4,"method":"Page.navigate"}}
                {"sequence":1,"elapsed":0.031245678,"direction":"received","session":"","method":"A.b","message":{"method":"A.b","params":{"x":1.10}}}
                """);
    }

    @Test
    void is_read_back_as_it_was() throws IOException {
        conversation.sent(PAGE, "Page.navigate", 4).pass(Duration.ofDays(3).plusNanos(123_456_789));
        conversation.answer(PAGE, "Page.navigate", 4).event(SessionId.BROWSER, "A.b", "{ \"x\" : 1.10 }");
        conversation.event(new SessionId(",\"message\":{\"text\":"), "Hostile.\ud800\",\"text\":\"\n\u2028", "{}");

        assertWrittenAndReadBack();
    }

    @Test
    void keeps_hostile_texts() throws IOException {
        conversation
                .event(PAGE, "A.a", "{\"x\":\"\\ud800 </script> \\n \u2028 é 😀\"}")
                .event(PAGE, "A.a", "{\"big\":\"" + "x".repeat(10_000_000) + "\"}")
                .received(PAGE, "A.a", 1, "[".repeat(5_000) + "]".repeat(5_000))
                .received(PAGE, "", 0, "not JSON \n {\"a\":1}\u0000")
                .received(PAGE, "", 0, "{\"a\":1} {\"b\":2}")
                .received(PAGE, "", 0, "");
        var broken = new byte[] {'"', (byte) 0xC3, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        conversation.recorder().record(Direction.RECEIVED, PAGE, "A.a", 0, broken, 0, broken.length);

        assertWrittenAndReadBack();

        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
                .allSatisfy(line -> assertThat(Json.read(line).isObject()).isTrue());
        assertThat(Files.readAllLines(file).get(7)).contains(",\"text\":\"\\\"\\uFFFD");
    }

    @Test
    void puts_a_message_with_line_breaks_on_one_line() throws IOException {
        conversation.received(PAGE, "A.a", 0, "{\r\n  \"a\": 1\n}\n");

        conversation.recording().writeTo(file);

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Recording.read(file).messages().get(0).json()).isEqualTo("{    \"a\": 1 } ");
    }

    @Test
    void holds_a_cut_with_its_own_sequences() throws IOException {
        conversation.event(SessionId.BROWSER, "A.a", "{}").event(PAGE, "A.b", "{}");
        conversation.event(SessionId.BROWSER, "A.c", "{}").event(PAGE, "A.d", "{}");

        conversation.recorder().recording(PAGE::equals).writeTo(file);

        assertThat(Recording.read(file).messages())
                .extracting(RecordedMessage::sequence)
                .containsExactly(1L, 3L);
        assertThat(Recording.read(file).isComplete()).isTrue();
    }

    @Test
    void is_written_and_read_from_and_to_disk_when_it_is_large() throws IOException {
        try (var large = TestConversation.onDisk(directory)) {
            for (int i = 0; i < 60_000; i++) {
                large.event(PAGE, "Network.dataReceived", "{\"n\":" + i + ",\"data\":\"" + "x".repeat(400) + "\"}");
                if (i % 1_000 == 0) {
                    large.settle();
                }
            }
            large.settle();

            large.recording().writeTo(file);
            var read = Recording.read(file);
            Files.delete(file);

            assertThat(read.isComplete()).isTrue();
            assertThat(read.messages()).hasSize(60_000);
            assertThat(read.events().list().get(54_321).param("/n").asInt()).isEqualTo(54_321);
        }
    }

    @Test
    void can_be_written_again_by_whoever_has_read_it() throws IOException {
        conversation.recorder().browserVersion("Chrome/156.0");
        conversation.recorder().markIncomplete("Chrome dropped a message.");
        conversation.event(PAGE, "A.a", "{}");
        conversation.recording().writeTo(file);
        var read = Recording.read(file);

        var copy = directory.resolve("copy.jsonl");
        read.writeTo(copy);

        assertThat(copy).hasSameTextualContentAs(file);
        assertThat(read.incompleteBecause()).isEqualTo("Chrome dropped a message.");
    }

    @Test
    void is_written_and_read_by_an_interrupted_thread() throws IOException {
        conversation.event(PAGE, "A.a", "{}");
        Thread.currentThread().interrupt();

        conversation.recording().writeTo(file);
        var read = Recording.read(file);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read.messages()).hasSize(1);
    }

    @Test
    void replaces_a_file() throws IOException {
        Files.writeString(file, "something longer than a recording without messages\n".repeat(100));

        conversation.recording().writeTo(file);

        assertThat(Recording.read(file).messages()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void does_not_follow_a_symbolic_link() throws IOException {
        var precious = Files.writeString(directory.resolve("precious"), "precious");
        Files.createSymbolicLink(file, precious);

        assertThatThrownBy(() -> conversation.recording().writeTo(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "not a regular file");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void says_that_its_last_line_was_cut_off() throws IOException {
        conversation.event(PAGE, "A.a", "{}").event(PAGE, "A.b", "{\"x\":\"é\"}");
        conversation.recording().writeTo(file);
        var bytes = Files.readAllBytes(file);
        int lastLine = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n', bytes.length - 2) + 1;

        for (int length = lastLine; length < bytes.length - 1; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            var read = Recording.read(file);

            assertThat(read.messages()).extracting(RecordedMessage::method).containsExactly("A.a");
            assertThat(read.incompleteBecause())
                    .isEqualTo(file + " was cut off while it was written: only 1 of its messages are there.");
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(Recording.read(file).messages()).hasSize(2);
        assertThat(Recording.read(file).isComplete()).isTrue();
    }

    @Test
    void is_read_when_it_is_compressed() throws IOException {
        conversation.event(PAGE, "A.a", "{}").event(PAGE, "A.b", "{\"x\":\"é\"}");
        var recording = conversation.recording();
        recording.writeTo(file);

        Files.write(file, compressed(Files.readAllBytes(file)));

        assertThat(facts(Recording.read(file))).isEqualTo(facts(recording));
        assertThat(Recording.read(file).isComplete()).isTrue();
    }

    @Test
    void says_that_it_was_cut_off_when_it_is_compressed() throws IOException {
        for (int i = 0; i < 2_000; i++) { // more than is decompressed at once
            conversation.event(PAGE, "A.a", "{\"n\":\"%s\"}".formatted(UUID.randomUUID()));
        }
        conversation.recording().writeTo(file);
        var bytes = compressed(Files.readAllBytes(file));

        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        var read = Recording.read(file);

        int left = read.messages().size();
        assertThat(left).isBetween(1, 1_999);
        assertThat(read.incompleteBecause())
                .isEqualTo(file + " was cut off while it was written: only " + left + " of its messages are there.");
    }

    @Test
    void says_that_it_is_damaged_when_it_is_compressed() throws IOException {
        conversation.event(PAGE, "A.a", "{}");
        conversation.recording().writeTo(file);
        var bytes = compressed(Files.readAllBytes(file));
        bytes[10] = (byte) 0xff; // the first block of the content

        Files.write(file, bytes);
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is compressed, and damaged: invalid block type");

        Files.write(file, Arrays.copyOf(bytes, 4));
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is compressed, and damaged: ");
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void is_not_anything_else() throws IOException {
        assertThatThrownBy(() -> Recording.read(file)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Recording.read(directory)).isInstanceOf(IOException.class);
        assertRefused("", " is empty, and so not a recording");
        assertRefused("hello\n", " is not a recording: line 1 should be a header like");
        assertRefused("{\"withcdp\":\"tra", " is not a recording: line 1 should be a header like");
        assertRefused("\u0000\ufffd\n".repeat(9), " is not a recording: line 1 should be a header like");
        assertRefused("{\"log\":{\"version\":\"1.2\"}}", " is not a recording: line 1 should be a header like");
        assertRefused(HEADER.replace("13:00", "25:00"), ", line 1: its \"started\" should be a time like");
        assertRefused(HEADER.replace(":1,", ":\"x\","), ", line 1: its \"version\" should be a number from 1");
    }

    @Test
    void of_a_later_version_is_refused() throws IOException {
        assertRefused(
                HEADER.replace("\"version\":1", "\"version\":2"),
                ", line 1: the recording has version 2 of the format, and this WithCDP reads versions up to 1;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | it is not a JSON object",
                "{} | its last field should be \"message\" or \"text\"",
                "{\"sequence\":0,\"message\":{]} | its \"message\" is not JSON",
                "{\"sequence\":0,\"text\":7} | its \"text\" is not a string",
                "{\"sequence\":0,,\"message\":{}} | it is not JSON",
                "{\"sequence\":-1,\"message\":{}} | its \"sequence\" should be a whole number from 0, and is -1",
                "{\"sequence\":7,\"message\":{}} | its \"elapsed\" should be seconds from 0, and is missing",
                "{\"sequence\":7,\"elapsed\":1,\"direction\":\"SENT\",\"message\":{}} | its \"direction\" should be \"sent\" or \"received\", and is \"SENT\"",
                "{\"sequence\":7,\"elapsed\":1,\"direction\":\"sent\",\"session\":1,\"message\":{}} | its \"session\" should be a string, and is 1",
                "{\"sequence\":7,\"elapsed\":1,\"direction\":\"sent\",\"session\":\"\",\"method\":\"\",\"id\":\"4\",\"message\":{}} | its \"id\" should be a whole number, and is \"4\"",
                "{\"sequence\":6,\"elapsed\":1,\"direction\":\"sent\",\"session\":\"\",\"method\":\"\",\"message\":{}} | its \"sequence\" is 6, and should be larger than 6",
            })
    void names_the_line_that_is_wrong_and_what_is_wrong_with_it(String line, String what) throws IOException {
        var good =
                "{\"sequence\":6,\"elapsed\":1,\"direction\":\"sent\",\"session\":\"\",\"method\":\"\",\"message\":{}}\n";

        assertRefused(HEADER + good + line + "\n", ", line 3: " + what);
    }

    @Test
    void has_no_number_that_no_clock_can_show() throws IOException {
        var huge = "1" + "0".repeat(400);

        assertRefused(
                HEADER + "{\"sequence\":0,\"elapsed\":" + huge + ",\"message\":{}}\n",
                ", line 2: its \"elapsed\" should be seconds from 0, and is " + huge.substring(0, 80) + "…");
    }

    @Test
    void may_have_fields_of_a_later_day() throws IOException {
        Files.writeString(
                file,
                HEADER.replace("\"version\":1", "\"version\":1,\"new\":[]")
                        + "{\"sequence\":6,\"elapsed\":1.5,\"direction\":\"sent\",\"new\":{},\"session\":\"\",\"method\":\"\",\"message\":{}}\r\n");

        var messages = Recording.read(file).messages();

        assertThat(messages).extracting(RecordedMessage::elapsed).containsExactly(Duration.ofMillis(1500));
        assertThat(messages).extracting(RecordedMessage::json).containsExactly("{}");
    }

    private void assertRefused(String content, String message) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + message);
    }

    private void assertWrittenAndReadBack() throws IOException {
        var recording = conversation.recording();
        recording.writeTo(file);
        assertThat(facts(Recording.read(file))).isEqualTo(facts(recording));
        assertThat(Recording.read(file).isComplete()).isTrue();
    }

    private static List<List<Object>> facts(Recording recording) {
        return recording.messages().stream()
                .map(message -> List.<Object>of(
                        message.sequence(),
                        message.elapsed(),
                        message.direction(),
                        message.session(),
                        message.method(),
                        message.id(),
                        message.json()))
                .toList();
    }
}
