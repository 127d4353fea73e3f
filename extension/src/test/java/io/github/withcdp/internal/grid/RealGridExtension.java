package io.github.withcdp.internal.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a Grid when the first test asks for it, and ends it after the last. */
final class RealGridExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RealGridExtension.class);

    // JUnit before 5.13 closes only its own kind of resource, which later ones deprecate.
    @SuppressWarnings("deprecation")
    private record Shared(RealGrid grid) implements AutoCloseable, ExtensionContext.Store.CloseableResource {

        static Shared start() {
            try {
                return new Shared(RealGrid.large());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            grid.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = RealGrid.missing();
        missing.filter(why -> context.getTestMethod().isEmpty())
                .ifPresent(why -> System.out.println("Skipped: " + context.getDisplayName() + ". " + why));
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("There is a Selenium Grid"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealGrid.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        return Objects.requireNonNull(shared).grid(); // JUnit 6 allows for a maker that returns null
    }
}
