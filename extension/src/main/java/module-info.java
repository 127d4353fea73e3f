/** A JUnit extension for the Chrome DevTools Protocol: sessions, recordings, failure reports. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the assertions are compiled later
module io.github.withcdp {
    requires transitive org.junit.jupiter.api;
    requires transitive org.opentest4j;
    requires transitive tools.jackson.databind;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires jdk.httpserver;
    requires org.java_websocket;
    requires tools.jackson.core;
    requires static testcontainers; // its name comes from its file, for it has no other
    requires static com.github.dockerjava.api;

    exports io.github.withcdp;
    exports io.github.withcdp.protocol;
    exports io.github.withcdp.recording;
    exports io.github.withcdp.session;
    exports io.github.withcdp.internal.compatibility to
            io.github.withcdp.assertions;
    exports io.github.withcdp.internal.schema to
            io.github.withcdp.assertions;
    exports io.github.withcdp.internal.spi to
            io.github.withcdp.assertions;
    exports io.github.withcdp.internal.text to
            io.github.withcdp.assertions;
    exports io.github.withcdp.internal.time to
            io.github.withcdp.assertions;

    uses io.github.withcdp.internal.recording.DifferenceFinder;
    uses io.github.withcdp.internal.recording.ReportMaker;

    provides io.github.withcdp.internal.recording.DifferenceFinder with
            io.github.withcdp.internal.difference.InstalledDifferenceFinder;
    provides io.github.withcdp.internal.recording.ReportMaker with
            io.github.withcdp.internal.publish.ConfiguredReportMaker;

    // JUnit creates the extension behind @WithCDP by reflection; nobody else may.
    opens io.github.withcdp to
            org.junit.platform.commons;
}
