package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.MessageCursor;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.MessageKind;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.schema.RemoteVersion;
import io.github.withcdp.internal.schema.SchemaCheck;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.schema.Strictness;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Compares names with the protocol, unless they are on record as those of events that came. */
final class RecordedNames {

    private RecordedNames() {}

    /**
     * Return what refuses names that cannot be meant.
     *
     * @param remote who said what is in the store, as far as that is known when it is asked
     * @param described whether it has described a command or event itself; asked of names that are not known otherwise
     */
    static StrictNames in(
            PageStore store, Strictness strictness, Supplier<RemoteVersion> remote, Predicate<String> described) {
        return new StrictNames(
                strictness,
                () -> new SchemaCheck(
                        ProtocolSchema.pinned(), remote.get(), name -> hasCome(name, store) || described.test(name)));
    }

    private static boolean hasCome(String event, PageStore store) {
        return MessageCursor.of(store, 0, MessageFilter.ALL, MessageKind.EVENT, event::equals).stream()
                .findAny()
                .isPresent();
    }
}
