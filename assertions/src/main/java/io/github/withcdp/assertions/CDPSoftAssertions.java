package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.assertj.AssertJVersionCheck;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * The assertions of {@link CDPAssertions} and of AssertJ, which go on after a failure and tell of all of them in the end.
 * AssertJ's {@code SoftAssertionsExtension} injects them into fields and parameters.
 *
 * <pre>{@code
 * CDPSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(page).receives("Page.loadEventFired");
 *     softly.assertThat(page.recording()).doesNotSend("Page.reload");
 * });
 * }</pre>
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, CDPSoftAssertionsProvider {

    /** Create soft assertions; {@code assertAll} is to be called in the end. */
    public CDPSoftAssertions() {
        AssertJVersionCheck.refuse();
    }

    /**
     * Run assertions and tell of all that failed.
     *
     * @throws AssertionError if one did
     */
    public static void assertSoftly(Consumer<CDPSoftAssertions> assertions) {
        var softly = new CDPSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }
}
