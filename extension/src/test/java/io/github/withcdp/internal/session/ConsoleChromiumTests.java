package io.github.withcdp.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.session.CDPSession;
import java.net.URLEncoder;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Chromium tells of consoles reads as its own console shows it. */
@Timeout(180)
class ConsoleChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @AutoClose
    private static final Site site = new Site();

    private final CDPSession page = chromium.newPage();

    @BeforeEach
    void open() {
        page.navigate(site.url("/"));
    }

    private ConsoleMessage awaited(Predicate<ConsoleMessage> condition) throws InterruptedException {
        return awaited(page, condition);
    }

    private static ConsoleMessage awaited(CDPSession page, Predicate<ConsoleMessage> condition)
            throws InterruptedException {
        long end = System.nanoTime() + ChromiumFixture.LIMIT.toNanos();
        while (true) {
            long position = chromium.recorder.position();
            var console = page.recording().console();
            var found = console.stream().filter(condition).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime() - end)
                    .as("still waiting; there is: %s", console)
                    .isNegative();
            chromium.recorder.awaitBeyond(position, ChromiumFixture.LIMIT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "log('a %s b %d %c c %%', 'x', 1.7, 'color:red', 'rest', {a: 1}) | a x b 1  c % rest {a: 1}",
                "log('%s %s', 'only') | only %s",
                "log(NaN, -0, 10n, undefined, null, true, Symbol('z')) | NaN -0 10n undefined null true Symbol(z)",
                "log({a: 1, b: 'it`s', c: [1, 2], d: {}}) | {a: 1, b: 'it`s', c: Array(2), d: {…}}",
                "log([1, 'a', , 3, {}], [], new Array(5)) | (5) [1, 'a', empty, 3, {…}] [] (5) [empty × 5]",
                "log(new Map([['k', {v: 1}]]), new Set(['a', 1])) | Map(1) {'k' => {v: 1}} Set(2) {'a', 1}",
                "log(function foo(a) { return 1 }, () => 1, class Q {}) | ƒ foo(a) { return 1 } () => 1 class Q {}",
                "log(new (class Basket { items = [1, 2] })) | Basket {items: Array(2)}",
                "log(document.body, Promise.resolve(4)) | body Promise {<fulfilled>: 4}",
                "log(new Number(5), /x/g) | Number {5} /x/g",
                "table([{a: 1}, {a: 2}]) | (2) [{a: 1}, {a: 2}]",
                "dir({a: {b: 1}}) | {a: {…}}",
                "count('clicks') | clicks: 1",
                "group('G') | G",
                "assert(false, 'bad %s', 'x') | Assertion failed: bad x",
                "assert(1 > 2) | Assertion failed: console.assert",
                "trace() | console.trace"
            })
    void a_call(String call, String text) throws Exception {
        page.evaluate("console." + call + "; 0");

        var said = awaited(message -> message.source() == Source.CONSOLE);
        assertThat(said.text()).isEqualTo(text);
        assertThat(said.type()).isEqualTo(call.substring(0, call.indexOf('(')));
        assertThat(said.session()).isEqualTo(page.id());
    }

    @Test
    void an_error_with_its_stack() throws Exception {
        page.evaluate("console.error(new TypeError('no')); 0");

        var said = awaited(message -> message.level() == Level.ERROR && message.source() == Source.CONSOLE);
        assertThat(said.text()).startsWith("TypeError: no\n    at <anonymous>:1:15");
        assertThat(said.line()).isEqualTo(1);
        assertThat(said.column()).isEqualTo(9);
    }

    @Test
    void a_time() throws Exception {
        page.evaluate("console.time('t'); console.timeEnd('t'); 0");

        assertThat(awaited(message -> message.type().equals("timeEnd")).text()).matches("t: .* ms");
    }

    @Test
    void an_exception_that_nobody_caught() throws Exception {
        page.evaluate("setTimeout(function later() { throw new RangeError('thrown') }, 0); 0");
        page.evaluate("void Promise.reject('rejected')");

        var thrown = awaited(message -> message.text().equals("RangeError: thrown"));
        assertThat(thrown.source()).isEqualTo(Source.EXCEPTION);
        assertThat(thrown.stack()).startsWith("later (");
        assertThat(awaited(message -> message.text().equals("rejected")).type()).isEqualTo("exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new Error('no', {cause: new TypeError('quota')}) | Error: no;Caused by: TypeError: quota",
                "throw new Error('no', {cause: 'text'}) | Error: no;Caused by: text",
                "throw new Error('no', {cause: {code: 7}}) | Error: no;Caused by: {…}",
                "throw new Error('no', {cause: null}) | Error: no",
                "const circle = new Error('no'); circle.cause = circle; throw circle | Error: no",
                "throw new AggregateError([new Error('a')], 'all') | AggregateError: all;Errors: Array(1)",
                "throw new DOMException('no', 'AbortError') | AbortError: no",
                "throw {code: 7} | {code: 7}"
            })
    void what_is_thrown(String script, String text) throws Exception {
        page.evaluate("void setTimeout(() => { %s })".formatted(script));

        assertThat(awaited(message -> message.source() == Source.EXCEPTION).text())
                .isEqualTo(text.replace(';', '\n'));
    }

    @Test
    void an_error_with_what_caused_it() throws Exception {
        page.evaluate("console.error(new Error('no', {cause: new TypeError('quota')})); 0");

        assertThat(awaited(message -> message.source() == Source.CONSOLE).text())
                .isEqualTo("Error: no\n    at <anonymous>:1:15\nCaused by: TypeError: quota");
    }

    @Test
    void a_rejection_that_is_handled_later() throws Exception {
        page.evaluate("void setTimeout(() => { self.late = Promise.reject(new Error('late')) })");
        assertThat(awaited(message -> message.text().equals("Error: late")).level())
                .isEqualTo(Level.ERROR);

        page.evaluate("late.catch(() => {}); 0");

        assertThat(awaited(ConsoleMessage::handledLater).level()).isEqualTo(Level.VERBOSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "console.error('no', {a: 1}) | CONSOLE | no {a: 1}",
                "throw new Error('no') | EXCEPTION | Error: no",
                "let x = ; | EXCEPTION | SyntaxError: Unexpected token ';'",
                "importScripts('data:,%') | EXCEPTION | SyntaxError: Failed to execute 'importScripts'",
                "new Worker(URL.createObjectURL(new Blob([`console.error('inner')`]))) | CONSOLE | inner"
            })
    void what_a_worker_says_once(String script, Source source, String text) throws Exception {
        var scope = chromium.conversation.newScope();
        var shop = scope.newPage(scope.newContext());
        shop.navigate(site.url("/"));
        var own = shop.awaitChild(
                target -> target.type().equals("worker"),
                () -> shop.evaluate(
                        "self.worker = new Worker(URL.createObjectURL(new Blob([decodeURIComponent('%s')]))); 0"
                                .formatted(URLEncoder.encode(script, UTF_8)
                                        .replace("+", "%20")
                                        .replace("'", "%27"))));
        awaited(shop, message -> message.type().equals("worker"));
        var worker = own.children().isEmpty() ? own : own.children().get(0);
        awaited(own, message -> worker == own || message.type().equals("worker"));
        awaited(worker, message -> message.source() == source);

        assertThat(scope.recording().console()).singleElement().satisfies(said -> {
            assertThat(said.source()).isEqualTo(source);
            assertThat(said.text()).startsWith(text);
            assertThat(said.session()).isEqualTo(worker.id());
        });
        scope.close();
    }

    @Test
    void an_entry_of_the_log() throws Exception {
        page.evaluate("fetch('/missing').then(response => response.text())");

        var entry = awaited(
                message -> message.source() == Source.LOG && message.url().endsWith("/missing"));
        assertThat(entry.level()).isEqualTo(Level.ERROR);
        assertThat(entry.type()).isEqualTo("network");
        assertThat(entry.text()).contains("404");
    }
}
