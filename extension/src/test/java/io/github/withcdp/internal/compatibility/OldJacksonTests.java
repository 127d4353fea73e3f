package io.github.withcdp.internal.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldJacksonTests {

    private static final String PACKAGE = "com.fasterxml.jackson.annotation.";

    @Test
    void says_nothing_of_annotations_that_are_new_enough() {
        assertThat(OldJackson.why(getClass().getClassLoader())).isEmpty();
    }

    @Test
    void says_nothing_where_there_is_no_Jackson() {
        assertThat(OldJackson.why(ClassLoader.getPlatformClassLoader())).isEmpty();
    }

    @Test
    void says_who_needs_what_which_one_was_found_and_what_to_write() {
        assertThat(OldJackson.message(
                        "2.21",
                        new Jar(Optional.of("3.1.4"), "/lib/jackson-databind-3.1.4.jar"),
                        new Jar(Optional.of("2.19.2"), "/lib/jackson-annotations-2.19.2.jar")))
                .isEqualTo("""
                        WithCDP reads and writes JSON with jackson-databind 3.1.4 in /lib/jackson-databind-3.1.4.jar, which needs jackson-annotations 2.21 or later, \
                        and found 2.19.2 in /lib/jackson-annotations-2.19.2.jar. A Jackson 2 works with later ones as well.

                        With Maven:

                        <dependencyManagement>
                          <dependencies>
                            <dependency>
                              <groupId>com.fasterxml.jackson.core</groupId>
                              <artifactId>jackson-annotations</artifactId>
                              <version>2.21</version>
                            </dependency>
                          </dependencies>
                        </dependencyManagement>

                        With Gradle:

                        testImplementation("com.fasterxml.jackson.core:jackson-annotations:2.21")""");
    }

    @ParameterizedTest
    @CsvSource({
        "3.0.0-rc1, JsonFormat$Shape, 2.19.2",
        "3.0.4, JsonFormat$Shape, 2.19.2",
        "3.1.4, JsonFormat$Shape, 2.21",
        "3.1.4, JsonSerializeAs, 2.21",
        "3.2.1, JsonSerializeAs, 2.22",
        "3.2.1, JsonApplyView, 2.22",
        "3.17.0, JsonApplyView, 2.22",
        "unknown, JsonFormat$Shape, 2.19.2"
    })
    void needs_more_for_each_minor_version(String databind, String missing, String needed) {
        assertThat(why(databind, missing))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("which needs jackson-annotations " + needed + " or later")
                        .contains("<version>" + needed + "</version>"));
    }

    @ParameterizedTest
    @CsvSource({"3.0.4, JsonSerializeAs", "3.0.4, JsonApplyView", "3.1.4, JsonApplyView", "unknown, JsonSerializeAs"})
    void does_not_need_what_a_later_one_needs(String databind, String missing) {
        assertThat(why(databind, missing)).isEmpty();
    }

    private static Optional<String> why(String databind, String missing) {
        var loader = new HidingLoader(PACKAGE + missing);
        var version = databind.equals("unknown") ? Optional.<String>empty() : Optional.of(databind);
        return OldJackson.why(loader, OldJackson.metNeeds(loader), new Jar(version, "/lib/jackson-databind.jar"));
    }
}
