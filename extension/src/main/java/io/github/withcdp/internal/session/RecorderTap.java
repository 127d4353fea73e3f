package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.MessageTap;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.KnownParams;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Puts every message on record. */
record RecorderTap(MessageRecorder recorder) implements MessageTap {

    @Override
    public Ticker ticker() {
        return recorder.ticker();
    }

    @Override
    public Supplier<JsonNode> source(Supplier<JsonNode> params) {
        return new KnownParams(params, recorder::names);
    }

    @Override
    public void sent(SessionId session, String method, int id, byte[] buffer, int from, int length) {
        recorder.record(Direction.SENT, session, method, id, buffer, from, length);
    }

    @Override
    public void received(SessionId session, String method, int id, byte[] buffer, int from, int length) {
        recorder.record(Direction.RECEIVED, session, method, id, buffer, from, length);
    }

    @Override
    public void receivedLarge(SessionId session, String method, int id, byte[] message) {
        recorder.recordOwned(Direction.RECEIVED, session, method, id, message);
    }
}
