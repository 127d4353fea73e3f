package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeComplete;
import io.github.withcdp.assertions.internal.error.ShouldHaveCount;
import io.github.withcdp.assertions.internal.evidence.FoundList;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's assertions about a list, which judge at once, with more to say if it is a list that was looked for.
 *
 * @param <SELF> the assertion
 * @param <ACTUAL> the list
 * @param <E> what is in it
 * @param <ELEMENT_ASSERT> the assertion about one of them
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AbstractFoundListAssert<
                SELF extends AbstractFoundListAssert<SELF, ACTUAL, E, ELEMENT_ASSERT>,
                ACTUAL extends List<? extends E>,
                E,
                ELEMENT_ASSERT extends AbstractAssert<ELEMENT_ASSERT, E>>
        extends AbstractListAssert<SELF, ACTUAL, E, ELEMENT_ASSERT> {

    AbstractFoundListAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return the assertion about one of them; soft assertions get here with none after they have said so. */
    abstract ELEMENT_ASSERT elementAssert(@Nullable E element);

    /** For AssertJ, which needs it to be public for soft assertions to stay soft. */
    @Override
    public ELEMENT_ASSERT toAssert(@Nullable E element, String description) {
        return elementAssert(element).as(description);
    }

    // --- How many

    /** {@inheritDoc} */
    @Override
    public SELF hasSize(int expected) {
        isNotNull();
        if (actual instanceof FoundList<?> found && found.size() != expected) {
            throwAssertionError(shouldHaveCount(found, found.words().number(expected), found.size() > expected));
        }
        verifyComplete("to have exactly " + expected);
        return super.hasSize(expected);
    }

    /** {@inheritDoc} */
    @Override
    public SELF hasSizeGreaterThanOrEqualTo(int boundary) {
        isNotNull();
        if (actual instanceof FoundList<?> found && found.size() < boundary) {
            throwAssertionError(shouldHaveCount(found, found.words().atLeast(boundary), false));
        }
        return super.hasSizeGreaterThanOrEqualTo(boundary);
    }

    /** {@inheritDoc} */
    @Override
    public SELF isNotEmpty() {
        isNotNull();
        if (actual instanceof FoundList<?> found && found.isEmpty()) {
            throwAssertionError(shouldHaveCount(found, found.words().atLeast(1), false));
        }
        return super.isNotEmpty();
    }

    /** {@inheritDoc} */
    @Override
    public void isEmpty() {
        isNotNull();
        if (actual instanceof FoundList<?> found && !found.isEmpty()) {
            throwAssertionError(shouldHaveCount(found, found.words().number(0), true));
        }
        verifyComplete("to have none");
        super.isEmpty();
    }

    /** {@inheritDoc} */
    @Override
    public SELF hasSizeLessThan(int boundary) {
        verifyComplete("to have less than " + boundary);
        return super.hasSizeLessThan(boundary);
    }

    /** {@inheritDoc} */
    @Override
    public SELF hasSizeLessThanOrEqualTo(int boundary) {
        verifyComplete("to have no more than " + boundary);
        return super.hasSizeLessThanOrEqualTo(boundary);
    }

    /** {@inheritDoc} */
    @Override
    public SELF hasSizeBetween(int lowerBoundary, int higherBoundary) {
        verifyComplete("to have no more than " + higherBoundary);
        return super.hasSizeBetween(lowerBoundary, higherBoundary);
    }

    // --- All of them

    /** {@inheritDoc} */
    @Override
    public SELF allSatisfy(ThrowingConsumer<? super E> requirements) {
        verifyComplete("to have none that is otherwise");
        return super.allSatisfy(requirements);
    }

    /** {@inheritDoc} */
    @Override
    public SELF noneSatisfy(ThrowingConsumer<? super E> restrictions) {
        verifyComplete("to have none that is so");
        return super.noneSatisfy(restrictions);
    }

    /** {@inheritDoc} */
    @Override
    public SELF allMatch(Predicate<? super E> predicate) {
        verifyComplete("to have none that is otherwise");
        return super.allMatch(predicate);
    }

    /** {@inheritDoc} */
    @Override
    public SELF noneMatch(Predicate<? super E> predicate) {
        verifyComplete("to have none that is so");
        return super.noneMatch(predicate);
    }

    /** What is missing may be one more. */
    private void verifyComplete(String demand) {
        isNotNull();
        if (actual instanceof FoundList<?> found) {
            var because = found.incompleteBecause();
            if (!because.isEmpty()) {
                throwAssertionError(ShouldBeComplete.shouldBeCompleteToKnow(
                        found.subject(),
                        "%s of these: %s".formatted(demand, String.join(", ", found.lines())),
                        because));
            }
        }
    }

    private static ErrorMessageFactory shouldHaveCount(FoundList<?> found, String number, boolean isTooMany) {
        return ShouldHaveCount.shouldHaveCount(
                found.subject(),
                "to have " + number,
                found.lines(),
                "it %s %s".formatted(found.words().has(), ListWording.count(found.size())),
                isTooMany ? found.matches() : found.evidence());
    }

    // --- One of them. Final, so that soft assertions see the check and the way on as two steps.

    /** {@inheritDoc} */
    @Override
    public final ELEMENT_ASSERT first() {
        isNotEmpty();
        verifyComplete("to tell the first");
        return at(0, "first element");
    }

    /** {@inheritDoc} */
    @Override
    public final ELEMENT_ASSERT last() {
        isNotEmpty();
        return at(actual.size() - 1, "last element");
    }

    /** {@inheritDoc} */
    @Override
    public final ELEMENT_ASSERT singleElement() {
        return single();
    }

    /**
     * Go on with the only one.
     *
     * <pre>{@code
     * assertThat(recording).requests(get("https://shop.example/api/users/*")).single().hasStatus(200); // passes
     * assertThat(recording).requests(get("https://shop.example/**")).single(); // fails: there are more
     * }</pre>
     *
     * @throws AssertionError if there is none, or more than one
     */
    public final ELEMENT_ASSERT single() {
        hasSize(1);
        return at(0, "single element");
    }

    /** {@inheritDoc} */
    @Override
    public final ELEMENT_ASSERT element(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("The first element is no. 0, so there is no no. " + index);
        }
        hasSizeGreaterThanOrEqualTo(index + 1);
        verifyComplete("to tell no. " + index);
        return at(index, "element at index " + index);
    }

    private ELEMENT_ASSERT at(int index, String description) {
        isNotNull();
        E element = index >= 0 && index < actual.size() ? actual.get(index) : null;
        return toAssert(element, navigated(description));
    }

    private String navigated(String description) {
        return info.hasDescription() ? info.descriptionText() + " " + description : "";
    }
}
