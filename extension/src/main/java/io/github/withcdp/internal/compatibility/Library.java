package io.github.withcdp.internal.compatibility;

/**
 * The coordinates by which a build tool knows a library.
 *
 * @param isBom whether it is a list of versions, which is imported
 */
public record Library(String group, String artifact, boolean isBom) {

    /** Create the coordinates of a library, not of a list of versions. */
    public Library(String group, String artifact) {
        this(group, artifact, false);
    }

    /** Return what brings a version of it into a project, to be put behind a sentence. */
    public String lines(String version) {
        return """


                With Maven%s:

                <dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>%s
                    </dependency>
                  </dependencies>
                </dependencyManagement>

                With Gradle:

                testImplementation(%s)""".formatted(
                        isBom ? ", before what else is imported" : "",
                        group,
                        artifact,
                        version,
                        isBom ? "\n      <type>pom</type>\n      <scope>import</scope>" : "",
                        gradle(version));
    }

    private String gradle(String version) {
        var notation = "\"" + group + ":" + artifact + ":" + version + "\"";
        return isBom ? "platform(" + notation + ")" : notation;
    }
}
