package io.github.withcdp.protocol.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.typed.Emulation.SetDeviceMetricsOverrideCommand;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What commands make of what they are given. */
class ValuesTests {

    private static SetDeviceMetricsOverrideCommand screen(double scale) {
        return Emulation.setDeviceMetricsOverride(390, 844, scale, true);
    }

    @Test
    void numbers_are_written_as_JavaScript_does() {
        assertThat(screen(3))
                .hasToString(
                        "Emulation.setDeviceMetricsOverride {width=390, height=844, deviceScaleFactor=3, mobile=true}");
        assertThat(screen(2.5).params()).containsEntry("deviceScaleFactor", 2.5);
        assertThat(screen(1e10).params()).containsEntry("deviceScaleFactor", 10_000_000_000L);
        assertThat(screen(1e300).params()).containsEntry("deviceScaleFactor", 1e300);
        assertThat(screen(-0.0).params()).containsEntry("deviceScaleFactor", -0.0);
    }

    @Test
    void a_number_that_JSON_does_not_have_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> screen(Double.NaN))
                .withMessage("\"deviceScaleFactor\" must be a number that JSON has, but is NaN");
    }

    @Test
    @SuppressWarnings("NullAway") // what nobody should give, and somebody does
    void null_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.navigate(null))
                .withMessage("\"url\" must be given, but is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.captureScreenshot().clip(null))
                .withMessage("\"clip\" must be given, but is null");
    }

    @Test
    void anything_is_made_of_plain_things() {
        var argument = Runtime.CallArgument.of().value(Map.of("list", Arrays.asList(1, null, 2.5f, "x", true)));

        assertThat(argument).hasToString("{\"value\":{\"list\":[1,null,2.5,\"x\",true]}}");
        assertThat(Runtime.CallArgument.of().value(Json.read("{\"a\":[1,null]}")))
                .hasToString("{\"value\":{\"a\":[1,null]}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runtime.CallArgument.of().value(new Thread()))
                .withMessage(
                        "\"value\" must be made of maps, lists, strings, booleans, numbers, JSON and types of the protocol, but there is a java.lang.Thread");
    }

    @Test
    void commands_are_values() {
        var one = screen(3);
        var other = one.screenWidth(390);

        assertThat(one).isEqualTo(screen(3)).hasSameHashCodeAs(screen(3)).isNotEqualTo(other);
        assertThat(one.params()).doesNotContainKey("screenWidth");
        assertThat(other.params()).containsEntry("screenWidth", 390);
        assertThat(Page.captureScreenshot().params()).isNull();
        assertThat(Page.captureScreenshot()).hasToString("Page.captureScreenshot");
    }

    @Test
    void what_came_can_be_sent_again() {
        var cookie = new Network.CookieParam(Json.read("{\"name\":\"a\",\"value\":\"b\",\"new\":{\"x\":[1]}}"));

        assertThat(cookie.secure(true))
                .hasToString("{\"name\":\"a\",\"value\":\"b\",\"new\":{\"x\":[1]},\"secure\":true}");
        assertThat(cookie.secure()).isEmpty();
    }
}
