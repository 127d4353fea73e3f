package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange.Header;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads headers. Chrome tells them as an object, in which several of one name are lines of one value. */
final class HeaderList {

    private HeaderList() {}

    static List<Header> of(JsonNode headers, StringPool strings) {
        var list = new ArrayList<Header>(headers.size());
        for (var header : headers.properties()) {
            var name = strings.copy(header.getKey());
            var value = header.getValue().asString("");
            if (value.indexOf('\n') < 0) {
                list.add(new Header(name, strings.copy(value)));
            } else {
                value.lines().forEach(line -> list.add(new Header(name, strings.copy(line))));
            }
        }
        return list;
    }
}
