package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.CDPException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Tells whether a browser itself describes a command or event that is not in the protocol at hand. It is asked when somebody wants to know it first, which is
 * when a name is about to be refused; one that does not tell has none.
 */
final class OwnProtocol implements Predicate<String> {

    private static final ProtocolSchema NONE = ProtocolSchema.of(MissingNode.getInstance(), 0);

    private final Supplier<Optional<JsonNode>> question;
    private Optional<ProtocolSchema> answer = Optional.empty();

    /**
     * Create for one browser.
     *
     * @param question asks it; empty if it cannot be asked; may take seconds
     */
    OwnProtocol(Supplier<Optional<JsonNode>> question) {
        this.question = question;
    }

    @Override
    public boolean test(String method) {
        return schema().method(method).isPresent();
    }

    private synchronized ProtocolSchema schema() {
        var schema = answer.orElseGet(this::ask);
        answer = Optional.of(schema);
        return schema;
    }

    private ProtocolSchema ask() {
        try {
            return question.get()
                    .map(described -> ProtocolSchema.of(described, 0))
                    .orElse(NONE);
        } catch (CDPException untold) {
            Loggers.of(OwnProtocol.class)
                    .log(System.Logger.Level.DEBUG, "The browser does not describe its protocol", untold);
            return NONE;
        }
    }
}
