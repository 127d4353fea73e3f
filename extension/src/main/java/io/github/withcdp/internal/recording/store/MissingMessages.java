package io.github.withcdp.internal.recording.store;

/** Says why messages are missing. What was given up because the disk has a limit is missing only where it belonged. */
public final class MissingMessages {

    private MissingMessages() {}

    /** Return why messages of a part are missing, or an empty string if none are. */
    public static String reason(PageStore store, MessageFilter filter) {
        var reason = store.incompleteBecause();
        if (!reason.isEmpty()) {
            return reason;
        }
        int behind = store.anyGivenUp() ? behindGivenUp(store, filter) : 0;
        return behind == 0
                ? ""
                : givenUp(store, MessageCursor.of(store, behind, filter, MessageKind.ANY, method -> true));
    }

    /** Return the number of the first message behind the last one of a part that may have been given up; 0 if none was. */
    private static int behindGivenUp(PageStore store, MessageFilter filter) {
        var snapshot = store.snapshot();
        var all = new MessageQuery(store, filter, MessageKind.ANY, method -> true);
        MessageFilter withoutBrowser = session -> !session.isBrowser() && filter.includes(session);
        var early = new MessageQuery(store, withoutBrowser, MessageKind.ANY, method -> true);
        long next = Long.MAX_VALUE; // the sequence behind the page
        for (int i = snapshot.pageCount() - 1; i >= 0 && next > filter.from(); i--) {
            var page = snapshot.page(i);
            var query = next > filter.browserFrom() ? all : early;
            if (page.place() instanceof PageLocation.GivenUp && query.mayTakeFrom(page)) {
                return snapshot.endOf(i);
            }
            next = page.firstSequence;
        }
        return 0;
    }

    private static String givenUp(PageStore store, MessageCursor left) {
        return "Older messages were given up, because more than %s of them were recorded (withcdp.recording.limit); %s."
                .formatted(
                        ByteSize.format(store.diskLimit()),
                        left.hasNext() ? "the first one left is #" + left.next().sequence() : "none is left");
    }
}
