/** Tests in a module of their own; open, because JUnit and Jackson look into its classes. */
open module shop {
    requires io.github.withcdp.assertions;
    requires jdk.httpserver;
}
