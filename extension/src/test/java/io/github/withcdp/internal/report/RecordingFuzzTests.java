package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.FuzzFolder;
import io.github.withcdp.fuzz.HostileRecordings;
import io.github.withcdp.fuzz.Said;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.internal.report.har.HttpArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a browser says, and in which order, there are exchanges, an archive of them, a report and differences; nothing of it fails. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class RecordingFuzzTests {

    private static final FuzzFolder FOLDER = new FuzzFolder();

    @AfterContainer
    static void remove() throws IOException {
        FOLDER.close();
    }

    @Provide
    Arbitrary<List<Said>> conversations() {
        return HostileRecordings.conversations();
    }

    @Property
    @Costly(3)
    void has_exchanges_and_an_archive(@ForAll("conversations") List<Said> said) throws IOException {
        try (var conversation = conversation(said)) {
            var recording = conversation.recording();
            var exchanges = recording.exchanges();
            assertThat(exchanges.toString()).isNotEmpty();
            assertThat(recording.console())
                    .allSatisfy(logged -> assertThat(logged.toString()).isNotEmpty());

            var file = FOLDER.path().resolve("traffic.har");
            var unused = Files.deleteIfExists(file);
            HttpArchive.write(recording.messages(), exchanges, "Chrome/1", file);

            var entries = Json.read(Files.readString(file)).at("/log/entries");
            int redirects =
                    exchanges.stream().mapToInt(each -> each.redirects().size()).sum();
            assertThat(entries.size()).isEqualTo(exchanges.size() + redirects);
        }
    }

    @Property
    @Costly(200)
    void has_a_report(@ForAll("conversations") List<Said> said) throws IOException {
        try (var conversation = conversation(said)) {
            var report = Reports.redacted(Reports.of(conversation.recording(), new AssertionError("no")));
            var folder = FOLDER.path().resolve("report");

            var written = new ReportWriter(FOLDER.path()).write(report, folder);

            assertThat(written.problems()).isEmpty();
            FuzzFolder.clear(folder);
        }
    }

    @Property
    @Costly(100)
    void is_compared(@ForAll("conversations") List<Said> said, @ForAll("conversations") List<Said> other) {
        try (var one = conversation(said);
                var two = conversation(other)) {
            assertThat(one.recording().outline()).isNotNull();
            assertThat(one.recording().diff(two.recording()).toString()).isNotEmpty();
            assertThat(one.recording().diff(two.recording(), one.recording()).toString())
                    .isNotEmpty();
            assertThat(one.recording().diff(one.recording()).differences()).isEmpty();
        }
    }

    private static TestConversation conversation(List<Said> said) {
        var conversation = TestConversation.inMemory();
        said.forEach(each -> each.in(conversation));
        return conversation;
    }
}
