package shop

import io.github.withcdp.NewContext
import io.github.withcdp.WithCDP
import io.github.withcdp.assertions.CDPAssertions.assertThat
import io.github.withcdp.assertions.CDPAssertions.get
import io.github.withcdp.assertions.CDPAssertions.param
import io.github.withcdp.recording.Recording
import io.github.withcdp.session.CDPSession
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir

/** The same as in Java, with data classes, lambdas and names with spaces. */
@WithCDP
class KotlinTests {

    companion object {
        @JvmField
        @RegisterExtension
        internal val shop = Shop()
    }

    /** The params of `Emulation.setDeviceMetricsOverride`. */
    data class Screen(val width: Int, val height: Int, val deviceScaleFactor: Double = 1.0, val mobile: Boolean = false)

    @Test
    fun `sends a map`(page: CDPSession) {
        page.send("Emulation.setUserAgentOverride", mapOf("userAgent" to "Teapot/1.0"))

        assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Teapot/1.0")
    }

    @Test
    fun `sends a data class`(page: CDPSession) {
        page.send("Emulation.setDeviceMetricsOverride", Screen(width = 320, height = 480))

        assertThat(page.evaluate("innerWidth").asInt()).isEqualTo(320)
    }

    /** The result of `Page.getNavigationHistory`, with what a class without a default constructor needs: properties that can be set. */
    class History {
        var currentIndex = -1
        var entries = emptyList<Entry>()
    }

    class Entry {
        var title = ""
    }

    @Test
    fun `binds a result to classes`(page: CDPSession) {
        page.navigate(shop.url())

        val history = page.send("Page.getNavigationHistory", null, History::class.java)

        assertThat(history.entries[history.currentIndex].title).isEqualTo("A small shop")
    }

    @Test
    fun `has handlers called`(page: CDPSession) {
        val said = CopyOnWriteArrayList<String>()
        page.on("Runtime.consoleAPICalled") { event -> said += event.param("/args/0/value").asString() }
        page.onEvent { event -> check(event.method().isNotEmpty()) }

        page.evaluate("console.log('one'); console.log('two')")

        assertThat(said).containsExactly("one", "two")
    }

    @Test
    fun `waits for events`(page: CDPSession) {
        page.navigate(shop.url())

        val refused = page.await("Runtime.consoleAPICalled") { page.evaluate("pay()") }
        val answer = page.await(
            "Network.responseReceived",
            { event -> event.param("/response/url").asString().endsWith("/api/pay") },
            Duration.ofSeconds(5),
        ) { page.evaluate("pay()") }

        assertThat(refused.param("/args/0/value").asString()).isEqualTo("payment refused:")
        assertThat(answer.param("/response/status").asInt()).isEqualTo(503)
    }

    @Test
    fun `opens a worker`(page: CDPSession) {
        val worker = page.awaitChild({ target -> target.type() == "worker" }) {
            page.evaluate("new Worker('data:text/javascript,', {name: 'till'})")
        }

        assertThat(worker.evaluate("name").asString()).isEqualTo("till")
        assertThat(worker.parent().orElseThrow().id()).isEqualTo(page.id())
    }

    @Test
    fun `asserts on requests and JSON`(page: CDPSession) {
        page.navigate(shop.url())

        page.evaluate("orders()")

        assertThat(page)
            .requests(get("**/api/orders"))
            .first()
            .hasStatus(200)
            .bodyAsJson()
            .inPath("$[0].item")
            .isEqualTo("tea")
        assertThat(page).receives("Network.responseReceived", param("/response/status", 200))
    }

    @Test
    fun `keeps a recording and reads it`(page: CDPSession, @NewContext other: CDPSession, recording: Recording, @TempDir directory: Path) {
        page.navigate(shop.url())
        other.navigate(shop.url())

        val file = directory.resolve("traffic.jsonl")
        recording.writeTo(file)
        val read = Recording.read(file)

        assertThat(read.commands().map { it.method() }).contains("Page.navigate")
        assertThat(read.exchanges().map { it.url() }).containsExactly(shop.url(), shop.url())
    }

    @Test
    fun `fails with another page on purpose`(page: CDPSession, @NewContext other: CDPSession) {
        other.navigate(shop.url())
        page.navigate(shop.url())

        page.evaluate("pay()")

        assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!")
    }
}
