package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PipeFromChromeTests {

    /** Fails as the stream of a process does whose end is noticed in the middle of a read. */
    private static final class Interrupted extends InputStream {

        private final InputStream rest = new ByteArrayInputStream("rest".getBytes(StandardCharsets.US_ASCII));
        private int failures;

        Interrupted(int failures) {
            this.failures = failures;
        }

        @Override
        public int read() throws IOException {
            if (failures-- > 0) {
                throw new IOException("Stream closed");
            }
            return rest.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (failures-- > 0) {
                throw new IOException("Stream closed");
            }
            return rest.read(bytes, offset, length);
        }
    }

    @Test
    void reads_on_what_the_JDK_has_saved_of_a_process_that_ended_meanwhile() throws IOException {
        try (var pipe = new PipeFromChrome(new Interrupted(3))) {
            assertThat(pipe.read()).isEqualTo('r');
            assertThat(pipe.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("est");
            assertThat(pipe.read()).isEqualTo(-1);
        }
    }

    @Test
    void fails_for_good_when_it_has_been_closed() throws IOException {
        var pipe = new PipeFromChrome(new Interrupted(Integer.MAX_VALUE));
        pipe.close();

        assertThatThrownBy(pipe::read).isInstanceOf(IOException.class).hasMessage("Stream closed");
    }
}
