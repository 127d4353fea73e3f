/** The protocol as classes: commands, events, and what they say. */
@org.jspecify.annotations.NullMarked
module io.github.withcdp.protocol.typed {
    requires transitive io.github.withcdp;
    requires transitive tools.jackson.databind;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.withcdp.protocol.typed;
    exports io.github.withcdp.protocol.typed.experimental;
}
