package io.github.withcdp.internal.green;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.report.FailureReport;
import io.github.withcdp.internal.report.ReportField;
import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.report.TrafficSnapshot;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenStoreTests {

    private static final BrowserMajor CHROME =
            BrowserMajor.of("Chrome/156.0.7800.0").orElseThrow();
    private static final ReportName TEST = ReportName.of("com.acme.CheckoutTests", "pays", "", "[method:pays()]");

    @TempDir
    Path project;

    private final AtomicLong clock = new AtomicLong(1_796_000_000_000L);

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "<project><modules><module>shop</module></modules></project>");
        Files.writeString(Files.createDirectory(project.resolve("shop")).resolve("pom.xml"), "<project/>");
    }

    private GreenStore store(String label) {
        return new GreenStore(
                GreenFolders.of(Optional.empty(), project.resolve("shop")),
                BranchLabels.of(Optional.of(label), Map.of(), project),
                () -> clock.addAndGet(GreenStore.FRESH.toMillis()));
    }

    private static TrafficSnapshot passed(Recording recording) {
        return passed(recording, Redaction.DEFAULT);
    }

    private static TrafficSnapshot passed(Recording recording, Redaction redaction) {
        return TrafficSnapshot.of(FailureReport.of(recording, redaction)
                .with(ReportField.TEST, new TestDescription("pays", "com.acme.CheckoutTests", "pays", "")));
    }

    private static Conversation saying(String text) {
        return new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://shop.test/\"}")
                .event(2, PAGE, "Console.said", "{\"text\":\"%s\"}".formatted(text));
    }

    private static List<String> texts(GreenFiles files) throws IOException {
        return files.newestFirst().stream().map(GreenStoreTests::text).toList();
    }

    private static String text(Path file) {
        try {
            return Recording.read(file)
                    .messages()
                    .get(1)
                    .tree()
                    .at("/params/text")
                    .asString("");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.endsWith("pom.xml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keeps_what_was_said_in_the_root_of_the_build_and_out_of_Git() throws IOException {
        var recording = saying("hello");

        assertThat(store("feature/pay").keep(TEST, CHROME, passed(recording))).isEmpty();

        var files = store("feature/pay").newest(TEST, CHROME).orElseThrow();
        assertThat(files())
                .containsExactly(
                        ".withcdp/.gitignore",
                        ".withcdp/green/" + ReportName.safe("feature/pay", "feature/pay")
                                + "/Chrome-156/shop/com.acme.CheckoutTests/pays/"
                                + files.newestFirst().get(0).getFileName());
        assertThat(project.resolve(".withcdp/.gitignore")).hasContent("*");
        var read = Recording.read(files.newestFirst().get(0));
        assertThat(read.messages())
                .extracting(RecordedMessage::json)
                .containsExactlyElementsOf(
                        recording.messages().stream().map(RecordedMessage::json).toList());
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void keeps_the_last_three() throws IOException {
        for (int i = 1; i <= 5; i++) {
            store("main").keep(TEST, CHROME, passed(saying("run " + i)));
        }

        assertThat(texts(store("main").newest(TEST, CHROME).orElseThrow())).containsExactly("run 5", "run 4", "run 3");
        assertThat(files()).hasSize(4);
    }

    @Test
    void keeps_no_fourth_as_long_as_the_third_is_fresh() throws IOException {
        var store = new GreenStore(
                GreenFolders.of(Optional.empty(), project.resolve("shop")),
                BranchLabels.of(Optional.of("main"), Map.of(), project),
                clock::get);
        for (int i = 1; i <= 3; i++) {
            clock.addAndGet(1_000);
            assertThat(store.keep(TEST, CHROME, passed(saying("run " + i)))).isEmpty();
        }

        clock.addAndGet(GreenStore.FRESH.toMillis() - 1);
        assertThat(store.keep(TEST, CHROME, passed(saying("run 4"))))
                .isEqualTo("there are 3, and the last is of the last 10 minutes");
        clock.addAndGet(1);
        assertThat(store.keep(TEST, CHROME, passed(saying("run 5")))).isEmpty();

        assertThat(texts(store.newest(TEST, CHROME).orElseThrow())).containsExactly("run 5", "run 3", "run 2");
    }

    @Test
    void removes_what_was_kept_of_branches_in_which_nothing_has_passed_for_a_month() throws IOException {
        for (var label : List.of("old", "main", "feature/pay")) {
            store(label).keep(TEST, CHROME, passed(saying(label)));
        }
        var theirs = Files.createDirectories(project.resolve(".withcdp/green/old/Chrome-156/notes"));
        Files.writeString(theirs.resolve("notes.txt"), "not ours");
        Files.createDirectories(project.resolve(".withcdp/green/photos/2026"));
        Files.writeString(project.resolve(".withcdp/green/photos/2026/001796000000000-0123abcd.jsonl.gz"), "not ours");
        store("dead").keep(TEST, CHROME, passed(saying("dead")));
        clock.addAndGet(GreenStore.OLD.minusDays(1).toMillis());
        store("young").keep(TEST, CHROME, passed(saying("young")));
        clock.addAndGet(Duration.ofDays(2).toMillis());

        store("feature/pay").keep(TEST, CHROME, passed(saying("again")));

        assertThat(store("old").newest(TEST, CHROME).orElseThrow().label())
                .as("there is none of the old one, so that that of the main one is found")
                .isEqualTo("main");
        assertThat(texts(store("feature/pay").newest(TEST, CHROME).orElseThrow()))
                .containsExactly("again", "feature/pay");
        assertThat(texts(store("young").newest(TEST, CHROME).orElseThrow())).containsExactly("young");
        assertThat(project.resolve(".withcdp/green/old/Chrome-156/shop")).doesNotExist();
        assertThat(project.resolve(".withcdp/green/dead")).doesNotExist();
        assertThat(theirs.resolve("notes.txt")).exists();
        assertThat(project.resolve(".withcdp/green/photos/2026/001796000000000-0123abcd.jsonl.gz"))
                .exists();
    }

    @Test
    void keeps_three_when_several_write_at_once() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> store("main").keep(TEST, CHROME, passed(saying("run " + i)))))
                    .toList();
            for (Future<String> each : all) {
                assertThat(each.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(texts(store("main").newest(TEST, CHROME).orElseThrow()))
                .hasSize(3)
                .allMatch(text -> text.startsWith("run "));
        assertThat(files()).hasSize(4);
    }

    @Test
    void keeps_no_secrets() throws IOException {
        var redaction = new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of("sunflower"));

        store("main").keep(TEST, CHROME, passed(saying("the sunflower is secret"), redaction));

        assertThat(texts(store("main").newest(TEST, CHROME).orElseThrow()))
                .singleElement()
                .asString()
                .startsWith("the ‹redacted:value:len=9:");
    }

    @Test
    void keeps_nothing_that_is_not_whole() throws IOException {
        var slow = new Redaction(true, true, Set.of(), Set.of(), List.of(Pattern.compile("(a|b)*c")), Set.of());

        assertThat(store("main").keep(TEST, CHROME, passed(saying("hello").incomplete("Chrome dropped a message."))))
                .isEqualTo("Chrome dropped a message.");
        assertThat(store("main").keep(TEST, CHROME, passed(saying("a".repeat(500_000)), slow)))
                .isEqualTo("2 texts are withheld: a pattern of withcdp.redact.patterns takes too long to search them");
        assertThat(files()).containsExactly(".withcdp/.gitignore");
        assertThat(store("main").newest(TEST, CHROME)).isEmpty();
    }

    @Test
    void keeps_nothing_that_would_take_long_to_read() throws IOException {
        var many = new Conversation();
        for (int i = 0; i <= 50_000; i++) {
            many.event(i, PAGE, "A.b", "{}");
        }
        var random = new StringBuilder();
        new Random(1).ints(7_000_000, '!', '~').forEach(each -> random.append((char) each));
        var large = saying(random.toString().replace('"', '_').replace('\\', '_'));

        assertThat(store("main").keep(TEST, CHROME, passed(many))).isEqualTo("it has more than 50000 messages");
        assertThat(store("main").keep(TEST, CHROME, passed(large, Redaction.OFF)))
                .isEqualTo("it has more than 4194304 bytes");
        assertThat(files()).containsExactly(".withcdp/.gitignore");
    }

    @Test
    void tells_tests_and_their_invocations_apart() throws IOException {
        var first = ReportName.of("com.acme.CheckoutTests", "pays", "1", "#1");
        var second = ReportName.of("com.acme.CheckoutTests", "pays", "2", "#2");

        store("main").keep(first, CHROME, passed(saying("first")));
        store("main").keep(TEST, CHROME, passed(saying("no invocation")));

        assertThat(texts(store("main").newest(first, CHROME).orElseThrow())).containsExactly("first");
        assertThat(store("main").newest(second, CHROME)).isEmpty();
    }

    @Test
    void finds_the_runs_of_the_branch_or_else_of_the_main_one_or_else_those_without_a_label() throws IOException {
        var nowhere = GreenStore.of(Optional.empty(), Optional.empty(), Map.of(), project.resolve("shop"));

        nowhere.keep(TEST, CHROME, passed(saying("no label")));
        assertThat(store("pay").newest(TEST, CHROME).orElseThrow())
                .satisfies(files -> assertThat(texts(files)).containsExactly("no label"))
                .satisfies(files -> assertThat(files.label()).isEmpty());

        store("main").keep(TEST, CHROME, passed(saying("main")));
        assertThat(store("pay").newest(TEST, CHROME).orElseThrow())
                .satisfies(files -> assertThat(texts(files)).containsExactly("main"))
                .satisfies(files -> assertThat(files.label()).isEqualTo("main"))
                .satisfies(files -> assertThat(files.ownLabel()).isEqualTo("pay"));

        store("pay").keep(TEST, CHROME, passed(saying("pay")));
        assertThat(texts(store("pay").newest(TEST, CHROME).orElseThrow())).containsExactly("pay");
    }

    @Test
    void finds_those_of_another_browser_if_there_are_no_others() throws IOException {
        var older = BrowserMajor.of("Chrome/98.0").orElseThrow();
        var old = BrowserMajor.of("Chrome/155.0").orElseThrow();
        var shell = BrowserMajor.of("HeadlessChrome/156.0").orElseThrow();
        store("main").keep(TEST, older, passed(saying("older")));
        store("main").keep(TEST, old, passed(saying("old")));
        store("main").keep(TEST, shell, passed(saying("shell")));

        var files = store("main").newest(TEST, CHROME).orElseThrow();

        assertThat(texts(files)).containsExactly("old");
        assertThat(files.browser()).hasToString("Chrome 155");
        assertThat(files.ownBrowser()).isEqualTo(CHROME);
    }

    @Test
    void knows_no_browser_without_a_major_version() {
        assertThat(BrowserMajor.of("node.js/v22.1.0")).isEmpty();
        assertThat(BrowserMajor.of("")).isEmpty();
        assertThat(BrowserMajor.of("Chrome/")).isEmpty();
    }

    @Test
    void is_where_it_was_told_to_be() throws IOException {
        var store =
                GreenStore.of(Optional.of(Path.of("../cache")), Optional.of("main"), Map.of(), project.resolve("shop"));

        store.keep(TEST, CHROME, passed(saying("hello")));

        assertThat(files()).singleElement().asString().startsWith("cache/main/Chrome-156/shop/");
    }

    @Test
    void fails_and_leaves_nothing_if_it_cannot_be_written() throws IOException {
        Files.writeString(project.resolve(".withcdp"), "a file");

        assertThatThrownBy(() -> store("main").keep(TEST, CHROME, passed(saying("hello"))))
                .isInstanceOf(FileSystemException.class);
        assertThat(store("main").newest(TEST, CHROME)).isEmpty();
        assertThat(files()).containsExactly(".withcdp");
    }

    @Test
    void removes_what_a_killed_JVM_has_left() throws IOException {
        store("main").keep(TEST, CHROME, passed(saying("hello")));
        var folder = Objects.requireNonNull(store("main")
                .newest(TEST, CHROME)
                .orElseThrow()
                .newestFirst()
                .get(0)
                .getParent());
        var old = Files.writeString(folder.resolve(".1.tmp"), "half");
        var young = Files.writeString(folder.resolve(".2.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        store("main").keep(TEST, CHROME, passed(saying("hello")));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(store("main").newest(TEST, CHROME).orElseThrow().newestFirst())
                .hasSize(2);
    }
}
