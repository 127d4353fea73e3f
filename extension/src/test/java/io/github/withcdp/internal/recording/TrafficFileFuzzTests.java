package io.github.withcdp.internal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.FuzzFolder;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.RealMessages;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever stands in a file, it is read as a recording that can be written and read again, or refused in a sentence that names the file. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class TrafficFileFuzzTests {

    private static final FuzzFolder FOLDER = new FuzzFolder();

    @AfterContainer
    static void remove() throws IOException {
        FOLDER.close();
    }

    /** A few lines, so that it is not always the same that is damaged; half of the headers stay, as nothing behind another is read. */
    @Provide
    Arbitrary<byte[]> files() {
        var lines = RealMessages.recording();
        var few = String.join("\n", lines.subList(1, 7)) + "\n";
        var text =
                "{\"sequence\":900,\"elapsed\":9.5,\"direction\":\"received\",\"session\":\"\",\"method\":\"\",\"text\":\"no JSON\"}\n";
        var bodies = Arbitraries.oneOf(
                Hostile.texts(List.of(few, text, few + text, String.join("\n", Hostile.some(lines)))),
                HostileJson.of(List.of(text, lines.get(1), lines.get(2))).map(line -> line + "\n"));
        var headers = Arbitraries.oneOf(
                Arbitraries.just(lines.get(0) + "\n").withoutEdgeCases(), Hostile.texts(List.of(lines.get(0) + "\n")));
        return Combinators.combine(headers, bodies).as((header, body) -> (header + body).getBytes(UTF_8));
    }

    @Provide
    Arbitrary<byte[]> zipped() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\n", RealMessages.recording().subList(0, 20)).getBytes(UTF_8));
        }
        return Hostile.bytes(List.of(bytes.toByteArray()));
    }

    @Property
    @Costly(3)
    void is_read_or_refused(@ForAll("files") byte[] content) throws IOException {
        check(content);
    }

    @Property
    @Costly(3)
    void is_read_or_refused_if_it_is_compressed(@ForAll("zipped") byte[] content) throws IOException {
        check(content);
    }

    private static void check(byte[] content) throws IOException {
        var file = Files.write(FOLDER.path().resolve("damaged.jsonl"), content);
        Recording recording;
        try {
            recording = Recording.read(file);
        } catch (IOException refusal) {
            assertThat(refusal).hasMessageContaining(file.toString());
            return;
        }
        assertThat(recording.messages())
                .allSatisfy(message -> assertThat(message.tree()).isNotNull());
        var copy = FOLDER.path().resolve("copy.jsonl");
        var unused = Files.deleteIfExists(copy);
        recording.writeTo(copy);
        var again = Recording.read(copy);
        assertThat(again.isComplete()).isEqualTo(recording.isComplete());
        assertThat(lines(again)).isEqualTo(lines(recording));
    }

    private static List<String> lines(Recording recording) {
        return recording.messages().stream().map(TrafficFileFuzzTests::line).toList();
    }

    private static String line(RecordedMessage message) {
        return String.join(
                " ",
                String.valueOf(message.sequence()),
                message.elapsed().toString(),
                message.direction().name(),
                message.session().value(),
                message.method(),
                message.id().toString(),
                message.json());
    }
}
