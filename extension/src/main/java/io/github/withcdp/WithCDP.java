package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a browser and, as parameters, sessions with it; every message is on record.
 *
 * <p>The annotation is inherited, works within other annotations, and counts for {@code @Nested} classes too, unless they have one of their own.
 *
 * <p>A run may override each attribute, without a change to the code.
 * The first of these that says something counts:
 * <ol>
 *   <li>a system property, {@code withcdp.timeout};
 *   <li>a configuration parameter of JUnit of the same name, for example in {@code junit-platform.properties};
 *   <li>an environment variable, {@code WITHCDP_TIMEOUT}: upper case, an underscore for each dot and before each capital
 *       ({@code WITHCDP_AUTO_ATTACH}; {@code WITHCDP_AUTOATTACH} is understood too); a blank one counts as not set;
 *   <li>the annotation, or the builder of {@link WithCDPExtension};
 *   <li>the default.
 * </ol>
 * A name that begins with {@code withcdp.} or {@code WITHCDP_} and is no option is an error, and so is a value that cannot be understood.
 *
 * <p>These have no attribute, because they belong to a run and not to a class:
 * <table>
 *   <caption>Further keys</caption>
 *   <tr><th>key</th><th>default</th><th>what it is</th></tr>
 *   <tr><td>{@code withcdp.launch.timeout}</td><td>{@code 30 s}</td><td>how long a browser may take to start; a duration like {@link #timeout()}</td></tr>
 *   <tr><td>{@code withcdp.assertion.timeout}</td><td>{@code 5 s}</td><td>how long assertions about a session wait</td></tr>
 *   <tr><td>{@code withcdp.report.timeout}</td><td>{@code 3 s}</td><td>how long the pages of a failed test may take to give a report their pictures,
 *       documents and bodies</td></tr>
 *   <tr><td>{@code withcdp.transport}</td><td>{@code pipe}; on Windows {@code websocket}</td><td>what carries the conversation with a launched browser. The pipe is the default because it is safer and quicker: no port is open, Chrome drops no message that waits to be read, and an answer comes sooner. A WebSocket is for those who want to look in with DevTools</td></tr>
 *   <tr><td>{@code withcdp.capture}</td><td>{@code text}</td><td>which bodies of requests and responses are kept: {@code text}, and what has failed, of tests that failed; {@code everything}, pictures and fonts too, also of tests that passed</td></tr>
 *   <tr><td>{@code withcdp.reports.dir}</td><td>{@code withcdp-reports} in the build folder</td><td>the directory for reports</td></tr>
 *   <tr><td>{@code withcdp.green}</td><td>{@code true}</td><td>whether what was said in a test that passed is kept, so that it can be compared with when the test fails</td></tr>
 *   <tr><td>{@code withcdp.green.dir}</td><td>{@code .withcdp/green} in the root of the build</td><td>the directory of these recordings, three of a test</td></tr>
 *   <tr><td>{@code withcdp.green.label}</td><td>the branch</td><td>under which they are kept and looked for</td></tr>
 *   <tr><td>{@code withcdp.recording.limit}</td><td>{@code 2 GiB}</td><td>how much of the messages of one browser is kept on disk, such as {@code 500 MiB}; beyond it the oldest are given up; {@code 0} is no limit</td></tr>
 *   <tr><td>{@code withcdp.endpoint.headers}</td><td></td><td>headers for every request to an endpoint, {@code Name: value}, one a line; best given in the environment</td></tr>
 *   <tr><td>{@code withcdp.replay}</td><td>none</td><td>run tests again from their reports, without a browser: a folder with reports, one report or its {@code traffic.jsonl}; tests without one are skipped</td></tr>
 *   <tr><td>{@code withcdp.replay.speed}</td><td>{@code 0}</td><td>how fast the time of a recording passes: {@code 1} as it did, {@code 0} not at all</td></tr>
 *   <tr><td>{@code withcdp.replay.unused}</td><td>{@code report}</td><td>whether recorded commands that never come are told ({@code report}) or fail a replayed test ({@code fail})</td></tr>
 *   <tr><td>{@code withcdp.serve}</td><td></td><td>the folder of a report, a {@code traffic.jsonl}, or a directory of reports, from which requests are answered instead of by a server</td></tr>
 *   <tr><td>{@code withcdp.serve.atOnce}</td><td>{@code false}</td><td>whether they are answered as soon as they are made, and not in the order of the recording</td></tr>
 *   <tr><td>{@code withcdp.serve.repeatLast}</td><td>{@code false}</td><td>whether who asks more often than in the recording gets the last answer again</td></tr>
 *   <tr><td>{@code withcdp.pauseOnFailure}</td><td>{@code false}</td><td>whether a failed test waits, so that its pages can be looked at with DevTools; never in CI</td></tr>
 *   <tr><td>{@code withcdp.download}</td><td>{@code false}</td><td>whether a {@code chrome-headless-shell} is downloaded if there is no browser on this machine</td></tr>
 *   <tr><td>{@code withcdp.download.version}</td><td>{@code stable}</td><td>of what is downloaded: {@code stable}, {@code beta}, {@code dev}, {@code canary}, a milestone or a whole version</td></tr>
 *   <tr><td>{@code withcdp.download.sha256}</td><td></td><td>what the downloaded archive must be, in hexadecimal; goes with a whole version</td></tr>
 *   <tr><td>{@code withcdp.download.mirror}</td><td></td><td>the URL of a server with the same files, for closed networks</td></tr>
 *   <tr><td>{@code withcdp.download.dir}</td><td>the platform's cache directory</td><td>where downloaded browsers are kept</td></tr>
 *   <tr><td>{@code withcdp.ci.annotations}</td><td>{@code false}</td><td>whether a failed test that gets a report prints a line of which GitHub Actions makes an annotation, at the line in which it failed</td></tr>
 *   <tr><td>{@code withcdp.log}</td><td>{@code false}</td><td>which messages are printed as they come and go: {@code true}, all; or patterns, such as {@code Network.*,-Network.dataReceived,session:page}</td></tr>
 *   <tr><td>{@code withcdp.log.file}</td><td></td><td>a file that they are added to instead, uncut; all of them, if {@code withcdp.log} says nothing</td></tr>
 *   <tr><td>{@code withcdp.monitor}</td><td>{@code false}</td><td>whether a page shows the messages as they come and go, at an address that is printed: {@code true}, but not in CI; {@code always}, there too</td></tr>
 *   <tr><td>{@code withcdp.monitor.port}</td><td>any</td><td>the port of 127.0.0.1 that it is on, if that is free</td></tr>
 *   <tr><td>{@code withcdp.redact}</td><td>{@code true}</td><td>whether secrets are taken out of reports, failures and the log</td></tr>
 *   <tr><td>{@code withcdp.redact.failures}</td><td>{@code true}</td><td>whether they are taken out of what failures say, too; {@code false} leaves failures as they are</td></tr>
 *   <tr><td>{@code withcdp.redact.headers}</td><td></td><td>further headers that are secret, separated by commas</td></tr>
 *   <tr><td>{@code withcdp.redact.fields}</td><td></td><td>further fields that are secret, separated by commas</td></tr>
 *   <tr><td>{@code withcdp.redact.patterns}</td><td></td><td>what further secrets look like: regular expressions, separated by line breaks or by commas outside of brackets</td></tr>
 *   <tr><td>{@code withcdp.redact.values}</td><td></td><td>further secrets themselves, separated by commas; best given in the environment</td></tr>
 * </table>
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(WithCDPExtension.class)
public @interface WithCDP {

    /**
     * How a launched browser shows itself; default {@link Headless#NEW}.
     * Not together with {@link #endpoint()}: an endpoint given elsewhere makes this one meaningless.
     *
     * <p>Overridden by {@code withcdp.headless}: {@code new}, {@code shell} or {@code off}.
     */
    Headless headless() default Headless.NEW;

    /**
     * Further switches for a launched browser, such as {@code --lang=de}; default none.
     * Not together with {@link #endpoint()}: an endpoint given elsewhere makes these meaningless.
     *
     * <p>Overridden, all of them at once, by {@code withcdp.args}: switches separated by space; within single or double quotes space belongs to the switch,
     * as in {@code --lang=de "--user-agent=Test Browser"}. A backslash has no special meaning. An empty text takes all switches away.
     */
    String[] args() default {};

    /**
     * The browser's program file; default empty: it is looked for in the usual places.
     * Not together with {@link #endpoint()}: an endpoint given elsewhere makes this one meaningless.
     *
     * <p>Overridden by {@code withcdp.executable}; an empty text has it looked for.
     */
    String executable() default "";

    /**
     * Where a browser that is running already can be attached to; default empty: one is launched.
     * A port, {@code host:port}, {@code http(s)://…} or {@code ws(s)://…}.
     * It is left running.
     *
     * <p>Overridden by {@code withcdp.endpoint}, which also sets aside what is said about launching one: {@link #headless()}, {@link #args()}, {@link #executable()}.
     * An empty text has one launched.
     */
    String endpoint() default "";

    /**
     * An image of Docker that brings the browser; default empty: one is launched on this machine.
     * {@code default} is {@code chromedp/headless-shell} in the version that this extension is tested with; any image does that offers DevTools on
     * a port of the container, or is a Selenium Grid of its own. Needs Testcontainers on the class path, best 2.x, and a Docker daemon.
     * An image that is not there is pulled, for which there are ten minutes; {@code withcdp.launch.timeout} begins after that.
     * {@link #args()} are handed to the image as its command, which the well-known ones pass on to the browser.
     * The container is stopped after the last test of the class; if the JVM is killed, Ryuk does it, a part of Testcontainers that must not be switched off then.
     * Its port is open to this machine only, unless the Docker daemon is on another one.
     * A page in it reaches servers of this machine as {@link CDPBrowser#localhost()}, which is {@code host.docker.internal}.
     *
     * <p>Overridden by {@code withcdp.image}; an empty text has one launched. {@code withcdp.image.port} is the port of DevTools in the container, if it is not 9222.
     */
    String image() default "";

    /**
     * Whether the class is skipped if its browser needs Docker and there is none, or no Testcontainers on the class path; default {@code false}: its tests fail.
     *
     * <p>Overridden by {@code withcdp.disabledWithoutDocker}: {@code true} or {@code false}.
     */
    boolean disabledWithoutDocker() default false;

    /**
     * The URL of a Selenium Grid that starts the browser on one of its nodes; default empty: one is launched on this machine.
     * As in {@code http://grid:4444}, with user and password if it asks for them: better in the environment variable {@code WITHCDP_GRID} than in code.
     * The class has a session of its own, which is deleted after its last test.
     *
     * <p>Overridden by {@code withcdp.grid}; an empty text has one launched.
     */
    String grid() default "";

    /**
     * What the Grid is asked for besides Chrome, as JSON: an object of capabilities, or one with {@code alwaysMatch} and {@code firstMatch}; default empty.
     * {@link #args()} and {@link #headless()} are added to it.
     *
     * <p>Overridden by {@code withcdp.grid.capabilities}.
     */
    String gridCapabilities() default "";

    /**
     * The domains that are enabled in every session before its page runs; default {@code Page}, {@code Runtime}, {@code Network}, {@code Log}.
     *
     * <p>Overridden, all of them at once, by {@code withcdp.domains}: names separated by commas or space; an empty text enables none.
     */
    String[] domains() default {"Page", "Runtime", "Network", "Log"};

    /**
     * Whether workers, out-of-process iframes and popups get sessions by themselves, from their first message on; default {@code true}.
     *
     * <p>Overridden by {@code withcdp.autoAttach}: {@code true} or {@code false}.
     */
    boolean autoAttach() default true;

    /**
     * Whether tests take the page that an attached browser shows already, instead of a fresh one in a browser context of its own; default {@code false}.
     * Needs an endpoint, from here or from the run. Such a page stays as it is after the test, and its dialogs are left to the test or to the tool whose page it is.
     *
     * <p>Overridden by {@code withcdp.joinPage}: {@code true} or {@code false}.
     */
    boolean joinPage() default false;

    /**
     * The faults of a page that fail a test which did not deal with them; default none. A fault is dealt with if a pattern of {@link #failOnAllow()}
     * matches it, or if an assertion or {@code await} of the test has demanded the very message that tells of it, and got it: as in
     * {@code assertThat(page).requests(post("https://shop.example/pay")).single().hasStatus(503)}. That something does not come, or that all or none is so,
     * demands no message, and no more does what a test reads from a recording.
     *
     * <p>All faults since the test began count, in all of its sessions, workers and popups included. They are judged when the test method has returned,
     * and what it has caused by then has arrived, if it has passed; a test that has failed has them among the findings of its report.
     * Those in a page of the class fail the class, after its last test.
     *
     * <p>Overridden by {@code withcdp.failOn}: {@code console-errors}, {@code uncaught-exceptions}, {@code failed-requests}, separated by commas or
     * space; an empty text lets all of them pass.
     */
    FailOn[] failOn() default {};

    /**
     * Patterns for faults that are allowed, whatever {@link #failOn()} says; default none. One is for the first line of what a console says, in which
     * {@code *} stands for anything, or for the URL of a request, with its method and a space before it or without, in which {@code *} stands for
     * anything but a slash and {@code **} for anything: {@code payment refused: *}, {@code POST https://shop.example/**}. It matches as a whole.
     *
     * <p>{@code withcdp.failOn.allow} adds more: patterns separated by commas or line breaks.
     */
    String[] failOnAllow() default {};

    /**
     * How strictly names and params are compared with the protocol of Chrome before a command is sent, an event is waited for, or an assertion is made;
     * default {@link Strict#FAIL}. A name, a param or a value that does not exist is refused with an {@link IllegalArgumentException} that says which one
     * is meant: Chrome ignores a misspelt param, and a misspelt event never comes.
     *
     * <p>Only what is certain is refused: a name whose domain is part of the protocol, if the browser is a Chrome that is no newer than the protocol which
     * WithCDP was built with, and if the name has not come from it in this run. Whatever is else, as the domains of other browsers and of Node.js, goes on
     * as it is. {@link #strictAllow()} lets names through.
     *
     * <p>Overridden by {@code withcdp.strict}: {@code off}, {@code warn} or {@code fail}.
     */
    Strict strict() default Strict.FAIL;

    /**
     * Names that are let through whatever {@link #strict()} says; default none. {@code *} stands for anything: {@code Page.brandNew}, {@code Acme.*},
     * for a param {@code Page.navigate.own}.
     *
     * <p>{@code withcdp.strict.allow} adds more, separated by commas or space.
     */
    String[] strictAllow() default {};

    /**
     * When a report is written; default {@link ReportMode#ON_FAILURE}.
     *
     * <p>Overridden by {@code withcdp.report}: {@code on-failure}, {@code always} or {@code never}.
     */
    ReportMode report() default ReportMode.ON_FAILURE;

    /**
     * Whether the pages of a test are filmed for its report ({@code Page.startScreencast}); default {@code false}.
     * The report shows the latest pictures, 120 of them at most and 1.5 MB in all. They are neither in the recording nor told to handlers.
     * A test that sends {@code Page.startScreencast} itself has the screencast of that page for itself.
     * What it costs is in the documentation, under Reports.
     *
     * <p>Overridden by {@code withcdp.film}: {@code true} or {@code false}.
     */
    boolean film() default false;

    /**
     * How long one command may take, from 1 ms to 24 h; default {@code 10 s}.
     * A number with a unit ({@code 300 ms}, {@code 10 s}, {@code 2 m}, {@code 1 h}), without one (seconds), or as in {@code PT1M}.
     *
     * <p>Overridden by {@code withcdp.timeout}, written alike.
     */
    String timeout() default "10 s";

    /**
     * The directory that takes what pages download; default empty: downloads are denied.
     *
     * <p>Overridden by {@code withcdp.downloads}: the path of a directory; an empty text denies downloads.
     */
    String downloads() default "";
}
