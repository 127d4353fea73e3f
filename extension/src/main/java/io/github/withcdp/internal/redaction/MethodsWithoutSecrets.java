package io.github.withcdp.internal.redaction;

import java.util.Set;

/** Messages in which no secret is told by its place: they need not be read to learn of secrets. They are redacted all the same. */
final class MethodsWithoutSecrets {

    private static final Set<String> QUIET = Set.of(
            "Page.captureScreenshot",
            "Page.screencastFrame",
            "Page.screencastFrameAck",
            "Page.lifecycleEvent",
            "Page.frameStartedLoading",
            "Page.frameStoppedLoading",
            "Page.loadEventFired",
            "Page.domContentEventFired",
            "Network.dataReceived",
            "Network.dataSent",
            "Network.loadingFinished",
            "Network.loadingFailed",
            "Network.resourceChangedPriority",
            "Network.requestServedFromCache",
            "Runtime.executionContextDestroyed",
            "Runtime.executionContextsCleared",
            "Tracing.dataCollected",
            "HeapProfiler.addHeapSnapshotChunk");

    private MethodsWithoutSecrets() {}

    static boolean mayHold(String method) {
        return !QUIET.contains(method);
    }
}
