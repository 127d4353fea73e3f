package io.github.withcdp.assertions.internal.assertj;

import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.assertj.core.api.WritableAssertionInfo;
import tools.jackson.databind.JsonNode;

/** The way on from an assert about something to one about the JSON in it. */
public final class JsonNavigation {

    private JsonNavigation() {}

    /** Return the assert about a tree, with the description that the one has that it is asked of. */
    public static ConfigurableJsonAssert to(JsonNode tree, WritableAssertionInfo info) {
        var json = JsonAssertions.assertThatJson(tree);
        return info.hasDescription() ? json.describedAs(info.description()) : json;
    }
}
