/** A JUnit extension for the Chrome DevTools Protocol: sessions, recordings, failure reports. */
@org.jspecify.annotations.NullMarked
module io.github.withcdp {
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.withcdp.protocol;
}
