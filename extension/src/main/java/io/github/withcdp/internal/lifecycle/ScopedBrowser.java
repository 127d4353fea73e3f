package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.BrowserContext;
import io.github.withcdp.CDPBrowser;
import io.github.withcdp.DevToolsHttp;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The browser as one test sees it. */
record ScopedBrowser(TestFixture fixture) implements CDPBrowser {

    @Override
    public CDPSession session() {
        return scope().browserSession();
    }

    @Override
    public CDPSession session(String sessionId) {
        return scope().session(sessionId);
    }

    @Override
    public List<Target> targets() {
        return scope().targets();
    }

    @Override
    public CDPSession attach(String targetId) {
        return scope().attach(targetId);
    }

    @Override
    public CDPSession newPage() {
        return fixture.newPage();
    }

    @Override
    public BrowserContext newContext() {
        var scope = scope();
        return new ScopedContext(scope, scope.newContext());
    }

    @Override
    public Version version() {
        var version = fixture.browser().conversation().version();
        return new Version(
                version.path("protocolVersion").asString(""),
                version.path("product").asString(""),
                version.path("revision").asString(""),
                version.path("userAgent").asString(""),
                version.path("jsVersion").asString(""));
    }

    @Override
    public Optional<URI> endpoint() {
        return fixture.browser().endpoint();
    }

    @Override
    public String localhost() {
        return fixture.browser().localhost();
    }

    @Override
    public DevToolsHttp http() {
        return HttpSide.of(fixture.browser(), scope(), fixture.settings().get(Option.TIMEOUT));
    }

    @Override
    public JsonNode protocol() {
        return fixture.browser().schema();
    }

    private Scope scope() {
        return fixture.scope();
    }

    private record ScopedContext(Scope scope, String id) implements BrowserContext {

        @Override
        public CDPSession newPage() {
            return scope.newPage(id);
        }

        @Override
        public void close() {
            scope.closeContext(id);
        }
    }
}
