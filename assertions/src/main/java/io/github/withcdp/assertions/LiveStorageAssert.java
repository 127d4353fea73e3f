package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.assertj.JsonNavigation;
import io.github.withcdp.assertions.internal.error.ShouldHaveInStorage;
import io.github.withcdp.assertions.internal.match.JsonBodies;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import java.util.function.Predicate;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions about the local storage or the session storage of the page's origin; {@link CDPSessionAssert#localStorage} and
 * {@link CDPSessionAssert#sessionStorage} lead here. They wait, and ask with {@code DOMStorage.getDOMStorageItems} again and again.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveStorageAssert extends AbstractAssert<LiveStorageAssert, LiveStorage> {

    /** Create an assertion about a storage. */
    protected LiveStorageAssert(@Nullable LiveStorage actual) {
        super(actual, LiveStorageAssert.class);
    }

    /**
     * Verify that there comes to be an item of this key.
     *
     * <pre>{@code
     * assertThat(page).localStorage().containsKey("cart"); // passes
     * assertThat(page).localStorage().containsKey("wishes"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there is none in time; the message lists the keys that there are
     */
    public LiveStorageAssert containsKey(String key) {
        return verifyItem(key, key, EventConditions.anything());
    }

    /**
     * Verify that there comes to be an item of this key with this value.
     *
     * <pre>{@code
     * assertThat(page).localStorage().containsEntry("theme", "dark"); // passes
     * assertThat(page).localStorage().containsEntry("theme", "light"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public LiveStorageAssert containsEntry(String key, String value) {
        return containsEntry(key, ValueCondition.of(value));
    }

    /**
     * Verify that there comes to be an item of this key whose value meets a condition.
     *
     * <pre>{@code
     * assertThat(page).localStorage().containsEntry("theme", containing("ark")); // passes
     * assertThat(page).localStorage().containsEntry("theme", containing("light")); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there is none in time
     */
    public LiveStorageAssert containsEntry(String key, ValueCondition value) {
        return verifyItem(key, key + ": " + value.words(), value);
    }

    private LiveStorageAssert verifyItem(String key, String words, ValueCondition value) {
        return verify(key, words, storage -> value.matches(storage.item(key)));
    }

    /**
     * Verify that there comes to be no item of this key.
     *
     * <pre>{@code
     * assertThat(page).localStorage().doesNotContainKey("wishes"); // passes
     * assertThat(page).localStorage().doesNotContainKey("cart"); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if there still is one
     */
    public LiveStorageAssert doesNotContainKey(String key) {
        return verify(key, "no " + key, storage -> storage.item(key).isMissingNode());
    }

    /**
     * Verify that it comes to be empty.
     *
     * <pre>{@code
     * assertThat(page).sessionStorage().isEmpty(); // passes
     * assertThat(page).localStorage().isEmpty(); // fails after 5 s
     * }</pre>
     *
     * @throws AssertionError if it is not
     */
    public LiveStorageAssert isEmpty() {
        return verify("", "nothing", LiveStorage::isEmpty);
    }

    /**
     * Go on with JsonUnit's assertions about the value of an item, which is waited for. They are never soft, nor is what leads there.
     *
     * <pre>{@code
     * assertThat(page).localStorage().itemAsJson("cart").inPath("$.items[0].name").isEqualTo("tea"); // passes
     * assertThat(page).localStorage().itemAsJson("theme").isObject(); // fails after 5 s: it is not JSON
     * }</pre>
     *
     * @throws AssertionError if there is none in time that is JSON
     */
    public final ConfigurableJsonAssert itemAsJson(String key) {
        isNotNull();
        var outcome = actual.until(storage -> !json(storage, key).isMissingNode());
        if (!outcome.is(Kind.REACHED)) {
            throw assertionError(sentence(key, key + ": JSON", outcome));
        }
        return JsonNavigation.to(json(actual, key), info);
    }

    private static JsonNode json(LiveStorage storage, String key) {
        var item = storage.item(key);
        return item.isMissingNode() ? item : JsonBodies.tree(item.stringValue());
    }

    private LiveStorageAssert verify(String key, String words, Predicate<LiveStorage> met) {
        isNotNull();
        var outcome = actual.until(met);
        if (!outcome.is(Kind.REACHED)) {
            throwAssertionError(sentence(key, words, outcome));
        }
        return myself;
    }

    private ErrorMessageFactory sentence(String key, String words, WaitOutcome outcome) {
        return ShouldHaveInStorage.shouldHaveInStorage(
                actual.session(),
                actual.name(),
                words,
                actual.limit(),
                outcome.is(Kind.TIME_IS_UP) ? "it has not" : outcome.clause(),
                actual.lines(key));
    }
}
