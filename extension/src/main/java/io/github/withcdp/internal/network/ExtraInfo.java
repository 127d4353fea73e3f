package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What went over the wire for one request id: what Chrome calls extra info. It is told apart from the requests and
 * responses that it belongs to, before or after these, but in the order of the round trips; so it is joined when all is told.
 */
final class ExtraInfo {

    private final List<List<Header>> sent = new ArrayList<>(1);
    private final List<ResponseExtraInfo> received = new ArrayList<>(1);
    private int next;

    void sent(JsonNode params, StringPool strings) {
        sent.add(HeaderList.of(params.path("headers"), strings));
    }

    void received(JsonNode params, StringPool strings) {
        received.add(ResponseExtraInfo.of(params, strings));
    }

    /** Return whether anything is known of what came back. */
    boolean isKnown() {
        return !received.isEmpty();
    }

    /**
     * Return the next round trip. One request may have taken several, of which only the last is told otherwise:
     * the first was answered with 401, for example.
     *
     * @param status what it was answered with, as the response told; 0 if there is none
     * @param last whether no other comes after it
     */
    RoundTrip take(int status, boolean last) {
        int index = indexOf(status, last);
        next = index + 1;
        return new RoundTrip(
                index < sent.size() ? Optional.of(sent.get(index)) : Optional.empty(),
                index < received.size() ? Optional.of(received.get(index)) : Optional.empty());
    }

    private int indexOf(int status, boolean last) {
        int found = -1;
        for (int i = next; i < received.size() && (found < 0 || last); i++) {
            if (received.get(i).status() == status) {
                found = i;
            }
        }
        if (found >= 0) {
            return found;
        }
        return last ? Math.max(next, Math.max(sent.size(), received.size()) - 1) : next;
    }

    /** The headers of a request and what came back, where they were told. */
    record RoundTrip(Optional<List<Header>> request, Optional<ResponseExtraInfo> response) {

        static final RoundTrip UNTOLD = new RoundTrip(Optional.empty(), Optional.empty());
    }
}
