package io.github.withcdp.internal.lifecycle;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of a {@link TestFixture} in the store of a test. JUnit would keep the failure of one that could not be made,
 * and throw it again at whoever looks, so that one failure would be reported twice.
 */
final class FixtureHolder implements AutoCloseable {

    private @Nullable TestFixture fixture; // guarded by this

    /** Return the fixture, made if there is none. */
    synchronized TestFixture fixture(Supplier<TestFixture> maker) {
        var existing = fixture;
        if (existing != null) {
            return existing;
        }
        var created = maker.get();
        fixture = created;
        return created;
    }

    /** Return the fixture, if there is one. */
    synchronized Optional<TestFixture> fixture() {
        return Optional.ofNullable(fixture);
    }

    @Override
    public void close() {
        fixture().ifPresent(TestFixture::close);
    }
}
