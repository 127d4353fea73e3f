package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.Tries;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever stands in the file, it is a URL at this machine or none. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class ActivePortFuzzTests {

    @Provide
    Arbitrary<String> files() {
        return Hostile.texts(List.of(
                "39277\n/devtools/browser/ac8e5b0e-b1c1-4d27-8a3c-1a2b3c4d5e6f", "1\r\n/devtools/browser/x\r\n"));
    }

    @Property
    void is_a_URL_or_none(@ForAll("files") String content) {
        ActivePort.parse(content).ifPresent(url -> {
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(url.getPort()).isBetween(1, 65_535);
            assertThat(url.getPath()).startsWith("/devtools/browser/");
        });
    }
}
