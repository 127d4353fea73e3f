package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.api.GoldenFile;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptFormatterTests {

    private static String format(FailureReport report) throws IOException {
        var out = new StringBuilder();
        var messages = report.recording().messages();
        TranscriptFormatter.format(report, RecordingNumbers.of(messages), messages, out);
        return out.toString();
    }

    @Test
    void reads_like_a_dialogue_in_which_the_test_fails() throws IOException {
        var conversation = Reports.checkout()
                .command(5_010, PAGE, 14, "DOM.getOuterHTML", "{\"objectId\":\"1.2.3\"}")
                .result(5_012, PAGE, 14, "{\"outerHTML\":\"<html></html>\"}");

        GoldenFile.assertSame(
                format(Reports.of(conversation, new AssertionError("expected: <1>\nbut was: <2>"))),
                TranscriptFormatterTests.class,
                "transcript.txt");
    }

    @Test
    void stays_readable_with_nothing_but_hostile_data() throws IOException {
        var hostile = "\r\n" + Reports.ESC + "[2J" + Reports.OVERRIDE + "x";
        var conversation = new Conversation()
                .event(1_001, PAGE, "Page.x", "{\"" + hostile + "\":1}")
                .incomplete(hostile);
        var failure = new IllegalStateException(hostile);

        var text = format(Reports.report(hostile, Optional.of(failure), conversation, hostile, List.of()));

        GoldenFile.assertSame(text, TranscriptFormatterTests.class, "transcript-hostile.txt");
        assertThat(text.replace("\n", "").codePoints()).allMatch(SafeText::isHarmless);
    }

    @Test
    void reads_messages_one_by_one() throws IOException {
        var message = Reports.checkout().last();
        var counter = new LineCounter();

        TranscriptFormatter.body(
                Reports.of(Reports.checkout(), new AssertionError("no")),
                () -> Stream.generate(() -> message)
                        .limit(100_000)
                        .peek(read -> counter.read())
                        .iterator(),
                new MessageLine(Duration.ZERO, MessageLine.PAYLOAD, 4),
                counter);

        assertThat(counter.lines).isEqualTo(100_000);
        assertThat(counter.mostInMemory).isEqualTo(1);
    }

    /** Counts lines and keeps none. */
    private static final class LineCounter implements Appendable {

        private int read;
        private int lines;
        private int mostInMemory;

        void read() {
            read++;
            mostInMemory = Math.max(mostInMemory, read - lines);
        }

        @Override
        public Appendable append(CharSequence text) {
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            return this;
        }

        @Override
        public Appendable append(char c) {
            lines++;
            return this;
        }
    }
}
