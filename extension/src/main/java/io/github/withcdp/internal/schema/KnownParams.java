package io.github.withcdp.internal.schema;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads the params of an event, and knows which names can be meant in them.
 *
 * @param params reads them
 * @param strictNames what refuses names where the event comes from
 */
public record KnownParams(Supplier<JsonNode> params, Supplier<StrictNames> strictNames)
        implements Supplier<JsonNode>, KnowsNames {

    @Override
    public JsonNode get() {
        return params.get();
    }

    @Override
    public StrictNames names() {
        return strictNames.get();
    }
}
