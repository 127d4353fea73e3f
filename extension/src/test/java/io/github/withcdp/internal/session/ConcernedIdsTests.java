package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcernedIdsTests {

    @Test
    void are_the_narrowest_first() {
        assertThat(ConcernedIds.in("""
                                {"method":"Target.attachedToTarget","params":{"browserContextId":"C0","sessionId":"S",
                                 "targetInfo":{"browserContextId":"C","type":"page","targetId":"T"},"targetId":"T0"}}
                                """)).containsExactly("S", "T0", "C0", "T", "C");
    }

    @Test
    void stand_in_their_places_only() {
        assertThat(ConcernedIds.in("""
                                {"method":"Target.targetInfoChanged","sessionId":"other","params":{"targetInfo":{"targetId":"T",
                                 "title":"\\"sessionId\\":\\"S\\"","url":"http://a.test/?{\\"targetId\\":\\"U\\"}","inner":{"targetId":"V"}}}}
                                """)).containsExactly("T");
    }

    @Test
    void are_what_their_escapes_mean() {
        assertThat(ConcernedIds.in("{\"params\":{\"sessionId\":\"a\\u002Fb\"}}"))
                .containsExactly("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"params\":null}",
                "{\"params\":{\"sessionId\":5,\"targetInfo\":[]}}",
                "{\"params\":{\"sessionId\":\"S"
            })
    void are_none_in_what_names_none(String json) {
        assertThat(ConcernedIds.in(json)).isEmpty();
    }
}
