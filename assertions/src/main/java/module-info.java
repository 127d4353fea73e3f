/** AssertJ assertions about what a browser sent and received. */
@org.jspecify.annotations.NullMarked
module io.github.withcdp.assertions {
    requires transitive io.github.withcdp;
    requires transitive net.javacrumbs.jsonunit.assertj;
    requires transitive org.assertj.core;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.withcdp.assertions;

    // Soft assertions are subclasses that AssertJ makes at run time.
    opens io.github.withcdp.assertions to
            org.assertj.core;
}
