package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeComplete;
import io.github.withcdp.assertions.internal.error.ShouldBeObservable;
import io.github.withcdp.assertions.internal.error.ShouldHaveCount;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.internal.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a list that grows: they wait until it is as it should be, as long as those about its session do, and end early as those do.
 * In AssertJ's words; {@link #now()} has all of them.
 *
 * @param <SELF> the assertion
 * @param <ACTUAL> the list
 * @param <E> what is in it
 * @param <ELEMENT_ASSERT> the assertion about one of them
 * @param <LIST_ASSERT> the assertion about those that are there now
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AbstractLiveListAssert<
                SELF extends AbstractLiveListAssert<SELF, ACTUAL, E, ELEMENT_ASSERT, LIST_ASSERT>,
                ACTUAL extends LiveList<E>,
                E,
                ELEMENT_ASSERT extends AbstractAssert<ELEMENT_ASSERT, ?>,
                LIST_ASSERT extends AbstractListAssert<LIST_ASSERT, ?, E, ?>>
        extends AbstractAssert<SELF, ACTUAL> {

    private boolean isLeading;

    AbstractLiveListAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return the assertion about one of those that are there; if there is none any more, which soft assertions get to, one that says so. */
    abstract ELEMENT_ASSERT elementAssert(List<E> found, int index);

    /**
     * Go on with those that are there now: with all that AssertJ can say of a list, judged at once.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).now().hasSizeLessThan(100).allMatch(it -> !it.hasFailed()); // passes
     * assertThat(page).requests(get("https://shop.example/**")).now().isEmpty(); // fails
     * }</pre>
     */
    public abstract LIST_ASSERT now();

    /**
     * Verify that there come to be so many, and no more than that until the page is quiet: until no request is pending and nothing has come for
     * 100 ms, as {@link CDPSessionAssert} says; or for as long as {@link CDPSessionAssert#during} says. With 0, see {@link #isEmpty()}.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/api/users/*")).hasSize(1); // passes
     * assertThat(page).requests(get("https://shop.example/api/users/*")).hasSize(2); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there are fewer in time, or more, or if it cannot be known, because the target crashes or does not answer
     * @throws IllegalArgumentException if the number is negative
     */
    public SELF hasSize(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("There cannot be %d of anything".formatted(size));
        }
        return size == 0 ? isEmpty() : verifyExactly(size);
    }

    private SELF verifyExactly(int size) {
        var list = list();
        var number = list.words().number(size);
        var outcome = list.until(() -> list.now().size() >= size);
        if (outcome.is(Kind.REACHED)) {
            outcome = list.restUnless(() -> list.now().size() > size);
        }
        verifySize(number, size, list.waiting().words(), outcome, count -> count == size);
        if (outcome.is(Kind.LOST)) {
            throwUnknown("to %s %s".formatted(list.words().verb(), number), outcome);
        }
        return demanded(size);
    }

    /**
     * Verify that there come to be so many, or more.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).hasSizeGreaterThanOrEqualTo(2); // passes
     * assertThat(page).requests(get("https://shop.example/**")).hasSizeGreaterThanOrEqualTo(200); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there are fewer in time
     * @throws IllegalArgumentException if the number is not at least 1
     */
    public SELF hasSizeGreaterThanOrEqualTo(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("There always are %d or more: ask for 1 at least".formatted(size));
        }
        reach(size);
        return demanded(size);
    }

    private void reach(int size) {
        var list = list();
        var outcome = list.until(() -> list.now().size() >= size);
        verifySize(
                list.words().atLeast(size),
                size,
                "within " + Durations.format(list.limit()),
                outcome,
                count -> count >= size);
    }

    /**
     * Verify that there comes to be one at least.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).isNotEmpty(); // passes
     * assertThat(page).requests(get("https://ads.example/**")).isNotEmpty(); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public SELF isNotEmpty() {
        return hasSizeGreaterThanOrEqualTo(1);
    }

    private ACTUAL list() {
        isNotNull();
        return actual;
    }

    /** Note those as demanded that had to be there, if it was said which they are. */
    private SELF demanded(int size) {
        var list = list();
        if (!isLeading && list.isSelective()) {
            list.demanded(list.now().stream().limit(size).toList());
        }
        return myself;
    }

    /** Verify what has to be so that one of them can be gone on with: that one is demanded, and not those before it. */
    private void leading(Runnable verification) {
        isLeading = true;
        try {
            verification.run();
        } finally {
            isLeading = false;
        }
    }

    private ELEMENT_ASSERT demandedElement(List<E> found, int index) {
        list().demanded(found.stream().skip(Math.max(0, index)).limit(1).toList());
        return elementAssert(found, index);
    }

    private void verifySize(String number, int least, String time, WaitOutcome outcome, IntPredicate met) {
        var list = list();
        int count = list.now().size();
        if (!met.test(count)) {
            throwAssertionError(ShouldHaveCount.shouldReachCount(
                    list.session(),
                    "to %s %s".formatted(list.words().verb(), number),
                    list.lines(),
                    time,
                    "it %s %s%s".formatted(list.words().past(), ListWording.count(count), outcome.andClause()),
                    count > least ? list.instead().matches() : list.evidence(outcome)));
        }
    }

    /**
     * Verify that there is none, and none comes until the page is quiet: until no request is pending and nothing has come for 100 ms, as
     * {@link CDPSessionAssert} says; or for as long as {@link CDPSessionAssert#during} says. Fails as soon as there is one.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://ads.example/**")).isEmpty(); // passes
     * assertThat(page).requests(get("https://shop.example/**")).isEmpty(); // fails
     * }</pre>
     *
     * @throws AssertionError if there is one, or if it cannot be known, because the target has crashed or does not answer
     */
    public SELF isEmpty() {
        var list = list();
        var outcome = list.restUnless(() -> !list.now().isEmpty());
        int count = list.now().size();
        var demand = "to %s %s".formatted(list.words().verb(), list.words().number(0));
        if (count > 0) {
            throwAssertionError(ShouldHaveCount.shouldHaveCount(
                    list.session(),
                    demand,
                    list.lines(),
                    "it %s %d".formatted(list.words().past(), count),
                    list.instead().matches()));
        }
        if (outcome.is(Kind.LOST)) {
            throwUnknown(demand, outcome);
        }
        return myself;
    }

    private void throwUnknown(String demand, WaitOutcome outcome) {
        var list = list();
        throwAssertionError(ShouldBeObservable.shouldBeObservable(
                list.session(), demand + " " + String.join(", ", list.lines()), outcome.clause(), outcome.details()));
    }

    /**
     * Verify that one of them comes to satisfy requirements.
     *
     * <pre>{@code
     * assertThat(page).requests().anySatisfy(it -> assertThat(it).hasStatus(404)); // passes
     * assertThat(page).requests().anySatisfy(it -> assertThat(it).hasStatus(500)); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if none does in time; the message has what each of those says that are there
     */
    public SELF anySatisfy(ThrowingConsumer<? super E> requirements) {
        var list = list();
        var satisfying = new ArrayList<E>();
        var outcome = list.until(() -> {
            list.now().stream()
                    .filter(one -> satisfies(requirements, one))
                    .findFirst()
                    .ifPresent(satisfying::add);
            return !satisfying.isEmpty();
        });
        if (!outcome.is(Kind.REACHED)) {
            now().anySatisfy(requirements);
        }
        list.demanded(satisfying);
        return myself;
    }

    private boolean satisfies(ThrowingConsumer<? super E> requirements, E one) {
        try {
            requirements.accept(one);
            return true;
        } catch (AssertionError unmet) {
            return false;
        }
    }

    // --- One of them. Final, so that soft assertions see the check and the way on as two steps.

    /**
     * Go on with the first, which is waited for.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).first().hasStatus(200); // passes
     * assertThat(page).requests(get("https://ads.example/**")).first(); // fails after 5 s: there is none
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public final ELEMENT_ASSERT first() {
        return element(0);
    }

    /**
     * Go on with the last by now; one is waited for.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).last().hasStatus(200); // passes
     * assertThat(page).requests(get("https://ads.example/**")).last(); // fails after 5 s: there is none
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public final ELEMENT_ASSERT last() {
        leading(this::isNotEmpty);
        var found = list().now();
        return demandedElement(found, found.size() - 1);
    }

    /**
     * Go on with the only one, which is waited for as {@link #hasSize} does.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/api/users/*")).single().hasStatus(200); // passes
     * assertThat(page).requests(get("https://shop.example/**")).single(); // fails: there are more
     * }</pre>
     *
     * @throws AssertionError if there is none in time, or more than one
     */
    public final ELEMENT_ASSERT single() {
        hasSize(1);
        return demandedElement(list().now(), 0);
    }

    /**
     * Go on with one of them, which is waited for.
     *
     * <pre>{@code
     * assertThat(page).requests(get("https://shop.example/**")).element(1).hasStatus(200); // passes
     * assertThat(page).requests(get("https://shop.example/**")).element(100); // fails after 5 s: there are fewer
     * }</pre>
     *
     * @param index from 0
     * @throws AssertionError if there are not as many in time
     * @throws IllegalArgumentException if the index is negative
     */
    public final ELEMENT_ASSERT element(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("The first element is no. 0, so there is no no. " + index);
        }
        leading(() -> hasSizeGreaterThanOrEqualTo(index + 1));
        var list = list();
        var because = list.recording().incompleteBecause();
        if (!because.isEmpty()) {
            throwAssertionError(ShouldBeComplete.shouldBeCompleteToKnow(
                    list.session(),
                    "to tell no. %d of these: %s".formatted(index, String.join(", ", list.lines())),
                    because));
        }
        return demandedElement(list.now(), index);
    }
}
