package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.Tries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever comes through the pipe, and in which pieces: what stands between two NULs is a message. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class NulTerminatedFuzzTests {

    @Provide
    Arbitrary<byte[]> streams() {
        return Hostile.bytes(List.of(
                "{\"id\":1}\0{\"id\":2,\"result\":{}}\0\0{\"id\":3}".getBytes(ISO_8859_1),
                ("a\0".repeat(40) + "b".repeat(150_000) + "\0c\0").getBytes(ISO_8859_1)));
    }

    @Property
    void is_cut_at_each_NUL(@ForAll("streams") byte[] stream, @ForAll long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var messages = new ArrayList<String>();
        var in = new ByteArrayInputStream(stream) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(
                        buffer, from, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 20 : 70_000)));
            }
        };

        int left = new NulTerminatedReader(in)
                .readAll((buffer, from, length, owned) -> messages.add(new String(buffer, from, length, ISO_8859_1)));

        var expected = new ArrayList<>(List.of(new String(stream, ISO_8859_1).split("\0", -1)));
        var rest = expected.remove(expected.size() - 1);
        assertThat(messages).isEqualTo(expected);
        assertThat(left).isEqualTo(rest.length());
    }
}
