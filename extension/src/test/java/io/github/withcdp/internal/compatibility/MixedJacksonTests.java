package io.github.withcdp.internal.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MixedJacksonTests {

    private final LinkageError ofJackson = new NoClassDefFoundError("com/fasterxml/jackson/annotation/JsonNextYear");

    @Test
    void says_which_jars_were_found_and_what_to_write() {
        assertThat(MixedJackson.message(
                        "jackson-databind 3.9.0 in /lib/b.jar; jackson-core 3.0.4 in /lib/c.jar; jackson-annotations nowhere",
                        ofJackson,
                        "3.9.0"))
                .isEqualTo("""
                        WithCDP cannot read and write JSON, because the jars of Jackson do not go together: \
                        jackson-databind 3.9.0 in /lib/b.jar; jackson-core 3.0.4 in /lib/c.jar; jackson-annotations nowhere. \
                        What is missing is told by java.lang.NoClassDefFoundError: com/fasterxml/jackson/annotation/JsonNextYear.

                        """ + BomLines.of("tools.jackson", "jackson-bom", "3.9.0"));
    }

    @Test
    void finds_the_jars() {
        assertThat(MixedJackson.why(ofJackson, getClass().getClassLoader()))
                .hasValueSatisfying(why -> assertThat(why)
                        .containsPattern("jackson-databind 3\\.\\S+ in \\S+jackson-databind-3")
                        .containsPattern("jackson-core 3\\.\\S+ in \\S+jackson-core-3")
                        .containsPattern("jackson-annotations 2\\.\\S+ in \\S+jackson-annotations-2"));
    }

    @Test
    void says_where_there_is_none() {
        var loader = new HidingLoader("com.fasterxml.jackson.annotation.JsonFormat");

        assertThat(MixedJackson.why(ofJackson, loader))
                .hasValueSatisfying(why -> assertThat(why).contains("; jackson-annotations nowhere."));
    }

    @Test
    void says_nothing_of_other_classes() {
        var other = new NoClassDefFoundError("com/acme/Order");

        assertThat(MixedJackson.why(other, getClass().getClassLoader())).isEmpty();
    }
}
