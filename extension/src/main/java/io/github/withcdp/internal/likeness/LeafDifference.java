package io.github.withcdp.internal.likeness;

import tools.jackson.databind.JsonNode;

/**
 * A place in which two trees differ: a value that is another one, or is there in one of them only.
 *
 * @param pointer the JSON pointer to it; into a text that is JSON, it goes on as if that were a part of the tree
 * @param one a missing node if it is not there
 * @param other a missing node if it is not there
 */
public record LeafDifference(String pointer, JsonNode one, JsonNode other, Explanation explanation) {

    LeafDifference explainedBy(Explanation better) {
        return new LeafDifference(pointer, one, other, better);
    }
}
