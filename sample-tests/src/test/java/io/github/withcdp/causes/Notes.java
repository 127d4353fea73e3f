package io.github.withcdp.causes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of a notebook on the web that fail; {@link CausesTests} knows why. */
final class Notes {

    private Notes() {}

    @WithCDP(timeout = "5 s")
    static class NotebookTestCase {

        private static final CopyOnWriteArrayList<String> titles = new CopyOnWriteArrayList<>(new String[] {"Milk"});
        private static final AtomicReference<String> name = new AtomicReference<>("Untitled");

        private static final String LIST = """
                <!doctype html>
                <title>Notes</title>
                <form id=add><input id=note><button>Add</button></form>
                <ul id=notes></ul>
                <script>
                  async function refresh() {
                    const answer = await fetch('/api/notes?order=newest');
                    notes.innerHTML = (await answer.json()).map(title => '<li>' + title).join('');
                  }
                  add.onsubmit = async event => {
                    event.preventDefault();
                    await fetch('/api/notes', {method: 'POST', body: note.value});
                    await refresh();
                  };
                  refresh();
                </script>""";

        private static final String COVER = """
                <!doctype html>
                <title>Cover</title>
                <h1 id=name>NAME</h1>
                <a id=edit href="/cover/edit">Edit</a>""";

        private static final String EDIT = """
                <!doctype html>
                <title>Edit</title>
                <input id=rename> <button id=save>Save</button>
                <script>
                  save.onclick = async () => {
                    await fetch('/api/name', {method: 'PUT', body: rename.value});
                    location.href = '/cover';
                  };
                </script>""";

        private static final String SHARING = """
                <!doctype html>
                <title>Share</title>
                <input id=person value=Grace> <button id=share>Share</button>
                <p>Shared with: <b id=people>nobody</b>
                <script>
                  share.onclick = async () => {
                    await fetch('/api/notes/3/people/' + person.value, {method: 'PUT'});
                    const {names} = await (await fetch('/api/notes/3/people')).json();
                    people.textContent = names.join(', ') || 'nobody';
                  };
                </script>""";

        private static final String DRAFT = """
                <!doctype html>
                <title>Draft</title>
                <textarea id=draft></textarea> <button id=keep>Keep</button> <b id=state>not kept</b>
                <script>
                  const fonts = JSON.parse(localStorage.getItem('fonts') ?? '');
                  draft.style.fontFamily = fonts.serif;
                  keep.onclick = () => {
                    localStorage.setItem('draft', draft.value);
                    state.textContent = 'kept';
                  };
                </script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/notes", LIST)
                .page("/notes/3/share", SHARING)
                .json("/api/notes/3/people/Grace", 403, "{\"reason\":\"Only its owner may share a note\"}")
                .json("/api/notes/3/people", 200, "{\"names\":[]}")
                .page("/draft", DRAFT);

        static {
            site.on("/api/notes", exchange -> {
                if (exchange.getRequestMethod().equals("POST")) {
                    titles.add(0, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    site.answer(exchange, 201, "text/plain", "added");
                } else {
                    site.answer(
                            exchange,
                            200,
                            "application/json",
                            "[\"" + String.join("\",\"", titles) + "\"]",
                            "Cache-Control: private, max-age=300");
                }
            });
            site.on(
                    "/cover",
                    exchange -> site.answer(
                            exchange,
                            200,
                            "text/html",
                            COVER.replace("NAME", name.get()),
                            "Cache-Control: max-age=3600"));
            site.page("/cover/edit", EDIT);
            site.on("/api/name", exchange -> {
                name.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                site.answer(exchange, 200, "text/plain", "renamed");
            });
        }

        @Test
        void new_note_is_on_top(CDPSession page) {
            page.navigate(site.url("/notes"));
            ShownText.becomes(page, "#notes", "Milk");
            page.evaluate("note.focus()");
            page.send("Input.insertText", Map.of("text", "Bread"));

            page.evaluate("add.requestSubmit()");

            ShownText.becomes(page, "#notes", "Bread\nMilk");
        }

        @Test
        void notebook_has_a_new_name(CDPSession page) {
            page.navigate(site.url("/cover"));
            page.await("Page.loadEventFired", () -> page.evaluate("edit.click()"));
            page.evaluate("rename.focus()");
            page.send("Input.insertText", Map.of("text", "Kitchen"));

            page.await("Page.loadEventFired", () -> page.evaluate("save.click()"));

            ShownText.becomes(page, "#name", "Kitchen");
        }

        @Test
        void note_is_shared(CDPSession page) {
            page.navigate(site.url("/notes/3/share"));

            page.evaluate("share.click()");

            ShownText.becomes(page, "#people", "Grace");
        }

        @Test
        void draft_is_kept(CDPSession page) {
            page.navigate(site.url("/draft"));
            page.evaluate("draft.value = 'Dear Ada'");

            page.evaluate("keep.click()");

            ShownText.becomes(page, "#state", "kept");
        }
    }

    @WithCDP(timeout = "5 s")
    static class LanguageTestCase {

        private static final String PAGE = """
                <!doctype html>
                <title>%s</title>
                <h1 id=heading>%s</h1>
                <form method=post action=/language><button id=german name=language value=de>Deutsch</button></form>""";

        @AutoClose
        private static final Site site = Site.start();

        static {
            site.on("/start", exchange -> {
                var cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
                var heading = cookies.contains("language=de") ? "Notizen" : "Notes";
                site.answer(exchange, 200, "text/html", PAGE.formatted(heading, heading), "Cache-Control: no-store");
            });
            site.on(
                    "/language",
                    exchange -> site.answer(
                            exchange,
                            303,
                            "text/plain",
                            "",
                            "Location: /start",
                            "Set-Cookie: language=de; Path=/; Domain=notes.example"));
        }

        @Test
        void reader_has_German(CDPSession page) {
            page.navigate(site.url("/start"));

            page.await("Page.loadEventFired", () -> page.evaluate("german.click()"));

            ShownText.becomes(page, "#heading", "Notizen");
        }
    }
}
