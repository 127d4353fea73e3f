package io.github.withcdp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each package may use, besides itself and the JDK. Read from the bytes up. */
class ArchitectureTests {

    private static final String ROOT = "io.github.withcdp";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String JACKSON = "tools.jackson..";
    private static final String[] TESTCONTAINERS = {"org.testcontainers..", "com.github.dockerjava.."};
    private static final String WHAT_USERS_WRITE = ""; // the package without a name of its own
    private static final String[] EXPORTED = {ROOT, ROOT + ".protocol", ROOT + ".session", ROOT + ".recording"};

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void protocol_uses_nothing_but_the_tree_of_JSON() {
        check(mayUse("protocol").because("these are the words that all others share, so they depend on none of them"));
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".protocol")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(JACKSON)
                                .and(
                                        not(
                                                describe(
                                                        "JsonNode",
                                                        type -> type.getFullName()
                                                                .matches(
                                                                        "tools.jackson.databind.(JsonNode|node.(JsonNodeFactory|ObjectNode))")))))
                .because("a tree is what users see of JSON, whatever reads it")
                .check(MAIN);
    }

    @Test
    void nothing_knows_the_generated_classes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".protocol.typed..")
                .because("they are for those who want them, and who does not gets along without their module")
                .check(MAIN);
    }

    @Test
    void text_and_util_use_nothing() {
        check(mayUse("text").because("it knows characters, whoever they are of, and everybody may use it"));
        check(noJackson("text"));
        check(mayUse("util").because("it is for everybody, like the JDK"));
        check(noJackson("util"));
    }

    @Test
    void time_uses_nothing() {
        check(noJackson("time"));
    }

    @Test
    void compatibility_uses_nothing_but_names() {
        noClasses()
                .that(in("compatibility"))
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("java..", "org.jspecify..").or(in("compatibility"))))
                .because("it runs beside libraries that are too old for everything else")
                .check(MAIN);
    }

    @Test
    void json_uses_what_explains_its_library() {
        check(mayUse("json", "compatibility").because("it wraps a library, and knows nothing of browsers"));
    }

    @Test
    void schema_uses_json() {
        check(mayUse("schema", "json").because("it is data, and knows neither conversations nor what is done with it"));
    }

    @Test
    void chrome_uses_protocol() {
        check(mayUse("chrome", "protocol").because("it starts processes, and does not talk to them"));
        check(noJackson("chrome"));
    }

    @Test
    void download_uses_protocol_json_and_transport() {
        check(mayUse("download", "protocol", "json", "transport")
                .because("it brings a program here, and neither looks for others nor starts it"));
    }

    @Test
    void transport_uses_protocol_and_json() {
        check(mayUse("transport", "protocol", "json").because("it carries bytes, whoever they are for"));
    }

    @Test
    void container_uses_protocol_and_transport() {
        check(mayUse("container", "protocol", "transport")
                .because("it starts containers, and does not talk to the browsers in them"));
    }

    @Test
    void only_container_uses_Testcontainers() {
        var builder = describe(
                "the builder", (JavaClass type) -> type.getFullName().equals(ROOT + ".WithCDPExtension$Builder"));
        noClasses()
                .that(not(in("container")).and(not(builder)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TESTCONTAINERS)
                .because("it may be missing")
                .check(MAIN);
        noClasses()
                .that(builder)
                .should()
                .accessClassesThat()
                .resideInAnyPackage(TESTCONTAINERS)
                .because("it names a container in the type parameter of one method, which nobody reads who does not"
                        + " call it")
                .check(MAIN);
    }

    @Test
    void grid_uses_protocol_json_and_transport() {
        check(mayUse("grid", "protocol", "json", "transport")
                .because("it asks for browsers over HTTP, and leaves the talk with them to others"));
    }

    @Test
    void connection_uses_what_is_below_it() {
        check(mayUse("connection", "protocol", "json", "transport")
                .because("it matches answers with commands, and knows no sessions but their ids"));
    }

    @Test
    void session_uses_what_is_below_it() {
        check(mayUse(
                        "session",
                        "spi",
                        "protocol",
                        "json",
                        "schema",
                        "connection",
                        "recording",
                        "script",
                        "web",
                        "transport")
                .because("it is what tests talk to, and knows neither processes nor reports"));
    }

    @Test
    void spi_speaks_of_sessions() {
        check(mayUse("spi", "schema", "session", "protocol", "recording")
                .because("it says what assertions ask of them, and not how they find out"));
    }

    @Test
    void console_serves_sessions() {
        check(mayUse("console", "session").because("it knows terminals, and of tests only that they pause"));
        check(noJackson("console"));
    }

    @Test
    void web_uses_nothing() {
        check(mayUse("web").because("it knows the standards of the web, and nothing of ours"));
        check(noJackson("web"));
    }

    @Test
    void script_reads_recordings() {
        check(mayUse("script", "protocol", "json", "recording")
                .because("it knows values of JavaScript, wherever their description comes from"));
    }

    @Test
    void network_reads_recordings() {
        check(mayUse("network", "protocol", "json", "recording", "script", "web")
                .because("requests are put together of any messages, whoever keeps them"));
    }

    @Test
    void script_and_network_do_not_know_where_messages_are_kept() {
        noClasses()
                .that(in("script", "network"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL + ".recording..")
                .because("a recording made by hand has requests and a console, too")
                .check(MAIN);
    }

    @Test
    void recording_uses_what_reads_messages() {
        check(mayUse("recording", "protocol", "json", "schema", "network", "script", "web")
                .because("a recording is read without a browser, on another day"));
    }

    @Test
    void the_store_knows_messages_and_not_what_they_mean() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL + ".recording.store")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(
                                INTERNAL + ".recording.store",
                                INTERNAL + ".json",
                                ROOT + ".protocol",
                                ROOT + ".recording"))))
                .because("it keeps and finds them by session, kind and method")
                .check(MAIN);
    }

    @Test
    void likeness_reads_recordings() {
        check(mayUse("likeness", "protocol", "json", "recording")
                .because("what may differ between two runs is the same for all who compare them"));
    }

    @Test
    void difference_uses_what_is_alike() {
        check(mayUse("difference", "protocol", "json", "recording", "likeness")
                .because("two runs are compared wherever they come from, and whoever shows it"));
    }

    @Test
    void replay_plays_recordings() {
        check(mayUse("replay", "protocol", "json", "recording", "likeness", "transport")
                .because("it says what a browser said before, and knows neither tests nor reports"));
    }

    @Test
    void redaction_reads_recordings() {
        check(mayUse("redaction", "protocol", "json", "recording")
                .because("whatever is written from a recording goes through it, so it knows none of the forms"));
    }

    @Test
    void transcript_reads_messages() {
        check(mayUse("transcript", "protocol", "json", "recording")
                .because("a message is a line in a report, in a log and in a finding alike"));
    }

    @Test
    void finding_reads_recordings() {
        check(mayUse("finding", "protocol", "json", "schema", "recording", "network", "script", "transcript")
                .because("what explains a failure is found in any messages, whoever shows it"));
    }

    @Test
    void fault_reads_recordings() {
        check(mayUse("fault", "protocol", "recording")
                .because("what a page did wrong is on record, and who dealt with it is told by others"));
    }

    @Test
    void report_uses_what_was_said_and_not_who_said_it() {
        check(mayUse(
                        "report",
                        "protocol",
                        "json",
                        "schema",
                        "recording",
                        "network",
                        "script",
                        "web",
                        "redaction",
                        "transcript",
                        "finding")
                .because("a report can be written of any recording"));
    }

    @Test
    void green_keeps_what_reports_are_made_of() {
        check(mayUse("green", "recording", "report").because("it keeps recordings, whoever made and compares them"));
        check(noJackson("green"));
    }

    @Test
    void serve_knows_sessions_and_recordings() {
        check(mayUse("serve", "protocol", "json", "session", "recording", "likeness", "web")
                .because("it answers the requests of one run with what another got, whoever they are tests of"));
    }

    @Test
    void config_reads_what_others_need() {
        check(mayUse(
                        "config",
                        WHAT_USERS_WRITE,
                        "protocol",
                        "json",
                        "chrome",
                        "download",
                        "grid",
                        "container",
                        "redaction")
                .because("it makes values of texts, and starts nothing"));
    }

    @Test
    void browser_joins_what_starts_browsers_to_what_talks_with_them() {
        check(mayUse(
                        "browser",
                        WHAT_USERS_WRITE,
                        "config",
                        "protocol",
                        "json",
                        "chrome",
                        "download",
                        "container",
                        "grid",
                        "transport",
                        "connection",
                        "session",
                        "recording",
                        "redaction",
                        "report",
                        "schema",
                        "transcript",
                        "replay",
                        "console",
                        "monitor")
                .because("it knows browsers of all kinds, and nothing of tests"));
    }

    @Test
    void monitor_shows_what_sessions_say() {
        check(mayUse("monitor", "protocol", "json", "schema", "session", "recording", "redaction", "report")
                .because("it reads recordings while they are made, whoever makes them"));
    }

    @Test
    void publish_tells_of_reports() {
        check(mayUse("publish", "config", "report", "green", "finding", "recording", "replay")
                .because("it says where reports are, in the words of others"));
        check(noJackson("publish"));
    }

    @Test
    void lifecycle_is_below_the_extension_alone() {
        noClasses()
                .that(not(in("lifecycle")).and(not(describe("the extension", ArchitectureTests::isExtension))))
                .should()
                .dependOnClassesThat(in("lifecycle"))
                .because("it moves everything else, and only JUnit moves it")
                .check(MAIN);
    }

    @Test
    void failure_uses_protocol() {
        check(mayUse("failure", "protocol")
                .because("it knows exceptions, and is told what is a secret in their texts"));
        check(noJackson("failure"));
    }

    @Test
    void only_the_extension_the_lifecycle_and_what_publishes_use_JUnit() {
        noClasses()
                .that(not(in("lifecycle", "publish"))
                        .and(not(describe("the extension", ArchitectureTests::isExtension)))
                        .and(not(describe(
                                "the annotation, which names the extension",
                                type -> type.getFullName().equals(ROOT + ".WithCDP")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .because("they translate for JUnit, so that nothing else has to know it")
                .check(MAIN);
    }

    @Test
    void only_failures_and_the_error_in_their_place_are_those_of_opentest4j() {
        noClasses()
                .that(resideInAPackage(ROOT + ".*..")
                        .and(not(in("failure", "fault")))
                        .and(not(describe(
                                "RedactedError", type -> type.getFullName().equals(ROOT + ".protocol.RedactedError")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.opentest4j..")
                .because("development environments and build tools tell failed assertions by them, and others need not")
                .check(MAIN);
    }

    @Test
    void nobody_uses_an_assertion_library() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assertj..", "net.javacrumbs.jsonunit..", "org.hamcrest..")
                .because("the assertions are a module of their own, which who has others leaves out")
                .check(MAIN);
    }

    @Test
    void nobody_uses_the_extension() {
        noClasses()
                .that(not(describe("the extension", ArchitectureTests::isExtension))
                        .and(not(describe(
                                "the annotation, which names it",
                                type -> type.getFullName().equals(ROOT + ".WithCDP")))))
                .should()
                .dependOnClassesThat(describe("are the extension", ArchitectureTests::isExtension))
                .because("it is on top of everything")
                .check(MAIN);
    }

    @Test
    void only_configuration_and_the_lifecycle_use_what_users_write() {
        noClasses()
                .that(not(in("config", "browser", "lifecycle")).and(not(resideInAPackage(ROOT))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("options and parameters become values of ours, whose names are for those who use them")
                .check(MAIN);
    }

    @Test
    void one_client_and_one_server_use_the_WebSocket_library() {
        var client = describe(
                "WebSocketTransport, with its connection and frames",
                (JavaClass type) -> in("transport").test(type) && type.getName().contains(".WebSocket"));
        noClasses()
                .that(not(client).and(not(in("serve"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.java_websocket..")
                .because("what is wrong with a library is put right in one place on each side")
                .check(MAIN);
    }

    @Test
    void packages_have_no_cycles() {
        slices().assignedFrom(new Packages())
                .should()
                .beFreeOfCycles()
                // All that reads, keeps and writes recordings speaks of this interface, and five of its methods (read,
                // diff,
                // exchanges, console, writeReport) are where users find that: they call it, and nothing else here may.
                .ignoreDependency(
                        describe(
                                "Recording",
                                (JavaClass type) -> type.getFullName().equals(ROOT + ".recording.Recording")),
                        resideInAPackage(INTERNAL + ".."))
                .ignoreDependency(
                        describe("the annotation", type -> type.getFullName().equals(ROOT + ".WithCDP")),
                        describe("the extension that it names", ArchitectureTests::isExtension))
                .because("each part is read, tested and changed alone")
                .check(MAIN);
    }

    @Test
    void what_is_not_for_users_stands_below_internal() {
        classes()
                .that()
                .resideOutsideOfPackages(EXPORTED)
                .should()
                .resideInAPackage(INTERNAL + ".*..")
                .because("on the class path no module hides it from those who complete a name")
                .check(MAIN);
    }

    @Test
    void signatures_that_users_see_name_only_what_users_see() {
        methods()
                .that()
                .areDeclaredInClassesThat(arePublicApi())
                .and()
                .arePublic()
                .should(nameOnly(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(EXPORTED))))
                .because("a type that is not exported cannot be used by those who are given it")
                .check(MAIN);
    }

    @Test
    void only_the_live_log_what_CI_servers_look_for_and_pauses_are_printed() {
        noClasses()
                .that(not(describe(
                        "LiveLog and the console, which were asked for, and BuildOutput, which CI servers find nowhere"
                                + " else",
                        type -> type.getFullName()
                                .matches(
                                        ".*\\.(LiveLog|publish\\.BuildOutput|console\\.(DeveloperConsole|Terminal))"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("the output belongs to the tests; we have a logger")
                .check(MAIN);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("whoever waits waits for something")
                .check(MAIN);
    }

    @Test
    void public_types_of_exported_packages_are_not_open_to_accidents() {
        classes()
                .that(arePublicApi())
                .and(not(describe(
                        "the base of exceptions", type -> type.getSimpleName().equals("CDPException"))))
                .should(beClosed())
                .because("what was not meant to be extended can be changed")
                .check(MAIN);
    }

    /** Return a part: what users see of it, and what is internal to it. */
    private static DescribedPredicate<JavaClass> in(String... names) {
        return resideInAnyPackage(Stream.of(names)
                .flatMap(name -> name.equals(WHAT_USERS_WRITE)
                        ? Stream.of(ROOT)
                        : Stream.of(ROOT + "." + name + "..", INTERNAL + "." + name + ".."))
                .toArray(String[]::new));
    }

    private static ArchRule mayUse(String name, String... others) {
        var allowed = Stream.concat(Stream.of(name, "text", "time", "util"), Stream.of(others))
                .toArray(String[]::new);
        return noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(in(allowed))));
    }

    private static ArchRule noJackson(String name) {
        return noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JACKSON)
                .because("there is nothing in it that is JSON");
    }

    private static void check(ArchRule rule) {
        rule.check(MAIN);
    }

    private static boolean isExtension(JavaClass type) {
        return type.getFullName().startsWith(ROOT + ".WithCDPExtension");
    }

    private static DescribedPredicate<JavaClass> arePublicApi() {
        return resideInAnyPackage(EXPORTED)
                .and(describe("are public", ArchitectureTests::isPublic))
                .and(describe(
                        "are no package-info", type -> !type.getSimpleName().equals("package-info")));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTests::isPublic).orElse(true);
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> nameOnly(
            DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name only types that are exported") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                Set<JavaClass> named = new HashSet<>(method.getReturnType().getAllInvolvedRawTypes());
                method.getParameterTypes().forEach(type -> named.addAll(type.getAllInvolvedRawTypes()));
                named.addAll(method.getExceptionTypes());
                named.stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !allowed.test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getFullName())));
            }
        };
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be an interface, or final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isInterface()
                        && !type.isEnum()
                        && !type.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " is open"));
                }
            }
        };
    }

    /** Each package for itself. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (isExtension(type)) {
                return SliceIdentifier.of("the extension"); // on top of all, while what users write is at the bottom
            }
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
