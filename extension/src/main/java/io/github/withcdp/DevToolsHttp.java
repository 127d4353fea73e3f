package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import java.net.URI;
import java.util.List;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;

/**
 * What a browser with a port also answers over HTTP ({@code /json/…}), beside the conversation and not on record. Asked at
 * the place, with the headers and through the proxies that lead to the browser. Each call takes no longer than a command
 * may; each throws a {@link ChromeUnavailableException} if nobody answers as a browser does, and a
 * {@link CommandFailedException} with the status as its code if the browser refuses.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface DevToolsHttp {

    /** Return what the browser is ({@code GET /json/version}). */
    JsonNode version();

    /** Return the targets of the browser, also those that do not belong to the test ({@code GET /json/list}). */
    List<Tab> list();

    /** Return the description of all commands and events of this very browser, about 2 MB ({@code GET /json/protocol}). */
    JsonNode protocol();

    /**
     * Open a tab in the default browser context ({@code PUT /json/new?url}). It belongs to the test, and is closed with it;
     * for a session with it there is {@link CDPBrowser#attach}. Does not wait until the page is loaded.
     *
     * @param url an absolute one, {@code about:blank} for an empty tab
     * @throws IllegalArgumentException if it is not absolute: the browser would silently open an empty tab
     */
    Tab newTab(String url);

    /** Bring a tab to the front ({@code GET /json/activate/id}). */
    void activate(String targetId);

    /** Close a tab, whoever opened it ({@code GET /json/close/id}). */
    void close(String targetId);

    /**
     * Return the URL under which a person can look at a target with the browser's own DevTools: the front end that the browser
     * itself serves if it does, and else the hosted one that it names, which needs the internet. Both need a way from that
     * person's machine to the host and port of the endpoint. User information and query of the endpoint, which may be
     * secret, are not in it. A hosted front end may be refused by the browser unless that was started with
     * {@code --remote-allow-origins=https://chrome-devtools-frontend.appspot.com}.
     */
    URI frontendUrl(String targetId);

    /**
     * A target as the list shows it.
     *
     * @param id for {@link CDPBrowser#attach} and the other methods here
     * @param type {@code page}, {@code iframe}, {@code service_worker}, …
     * @param title of the page, as far as it is known
     * @param url of the page, as far as it is known
     * @param webSocketDebuggerUrl where other tools can attach to it, as seen from here: with the user information and the query
     *     of the endpoint; empty if the browser names none
     */
    record Tab(String id, String type, String title, String url, String webSocketDebuggerUrl) {

        /** Return what it is, without the URL that may hold secrets. */
        @Override
        public String toString() {
            return "Tab[id=%s, type=%s, title=%s, url=%s]".formatted(id, type, title, url);
        }
    }
}
