package io.github.withcdp.internal.report.html;

import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Some of the pictures that a screencast took, from all of its time. */
final class FilmStrip {

    private static final int PICTURES = 24;
    private static final int CHARACTERS = 3 << 20;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]++={0,2}+");

    private final NumberColumn messages = new NumberColumn(0);
    private final NumberColumn times = new NumberColumn(0);
    private final NumberColumn sessions = new NumberColumn(0);

    /** Take note of a message if it is a picture. */
    void look(RecordedMessage message, int index, int session, long at) {
        if (message.isEvent() && message.method().equals("Page.screencastFrame")) {
            messages.add(index);
            times.add(at);
            sessions.add(session);
        }
    }

    /** Return the chosen ones as the page has them, read from the messages anew. */
    List<Map<String, Object>> list(List<RecordedMessage> recording) {
        var film = new ArrayList<Map<String, Object>>();
        for (int frame : chosen()) {
            picture(recording.get((int) messages.get(frame))).ifPresent(source -> {
                var row = new LinkedHashMap<String, Object>();
                row.put("at", times.get(frame));
                row.put("session", sessions.get(frame));
                row.put("src", source);
                film.add(row);
            });
        }
        return film;
    }

    /** Frames come when a page changes: half of the chosen ones are spread over the time, half over the changes. */
    private SortedSet<Integer> chosen() {
        int count = messages.size();
        var chosen = new TreeSet<Integer>();
        if (count <= PICTURES) {
            IntStream.range(0, count).forEach(chosen::add);
            return chosen;
        }
        int half = PICTURES / 2;
        IntStream.range(0, half).forEach(i -> chosen.add((int) ((long) i * (count - 1) / (half - 1))));
        long first = times.get(0);
        long step = Math.max(1, (times.get(count - 1) - first) / half);
        long next = first;
        for (int i = 0; i < count && chosen.size() < PICTURES; i++) {
            if (times.get(i) >= next) {
                chosen.add(i);
                next = times.get(i) + step;
            }
        }
        return chosen;
    }

    private static Optional<String> picture(RecordedMessage message) {
        if (message.json().length() > CHARACTERS / PICTURES) {
            return Optional.empty(); // large pictures are what screenshots are for
        }
        var data = message.tree().path("params").path("data").asString("");
        if (!BASE64.matcher(data).matches()) {
            return Optional.empty();
        }
        if (data.startsWith("/9j/")) {
            return Optional.of("data:image/jpeg;base64," + data);
        }
        return data.startsWith("iVBOR") ? Optional.of("data:image/png;base64," + data) : Optional.empty();
    }
}
