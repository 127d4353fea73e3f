/** Tests in a module of their own; open, because JUnit and Jackson look into its classes. */
open module shop {
    requires io.github.withcdp.assertions;
    requires io.github.withcdp.protocol.typed;
    requires jdk.httpserver;
}
