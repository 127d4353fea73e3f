package io.github.withcdp.internal.compatibility;

/** What somebody has to write who wants the jars of a library in one version, as the messages show it. */
final class BomLines {

    private BomLines() {}

    static String of(String group, String artifact, String version) {
        return """
                With Maven, before what else is imported:

                <dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>%1$s</groupId>
                      <artifactId>%2$s</artifactId>
                      <version>%3$s</version>
                      <type>pom</type>
                      <scope>import</scope>
                    </dependency>
                  </dependencies>
                </dependencyManagement>

                With Gradle:

                testImplementation(platform("%1$s:%2$s:%3$s"))""".formatted(group, artifact, version);
    }
}
