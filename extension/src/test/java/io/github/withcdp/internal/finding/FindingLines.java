package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The findings in a conversation, as a failure tells them. */
final class FindingLines {

    private FindingLines() {}

    static List<String> lines(Conversation conversation) {
        return lines(SuspiciousMessages.in(conversation.messages(), Duration.ZERO));
    }

    /** Return them for a test that failed at this millisecond. */
    static List<String> linesUntil(Conversation conversation, long failedAt) {
        return lines(SuspiciousMessages.in(
                conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(failedAt))));
    }

    private static List<String> lines(Suspicions found) {
        return found.top().stream().map(Suspicion::line).toList();
    }
}
