package comparison.floor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The leanest client over the pipe: messages end with a zero, one thread reads them. */
public final class PipeFloor extends BareClient {

    private InputStream in;
    private OutputStream out;

    @Override
    public void launch(String browser, List<String> switches) throws Exception {
        var process = launchWithPipe(browser, switches);
        in = process.getInputStream();
        out = process.getOutputStream();
        daemon("reader", this::read);
        call("Browser.getVersion", Map.of(), "");
    }

    @Override
    protected synchronized void write(String json) throws IOException {
        out.write((json + '\0').getBytes(StandardCharsets.ISO_8859_1)); // all that is sent is ASCII
        out.flush();
    }

    private void read() {
        var buffer = new byte[1 << 20];
        var message = new Message();
        int end = 0;
        try {
            while (true) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    throw new EOFException();
                }
                int begin = 0;
                for (int i = end; i < end + read; i++) {
                    if (buffer[i] == 0) {
                        receive(message.set(buffer, begin, i - begin));
                        begin = i + 1;
                    }
                }
                end += read - begin;
                System.arraycopy(buffer, begin, buffer, 0, end);
                if (end == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
            }
        } catch (IOException e) {
            if (!isClosing()) {
                e.printStackTrace();
            }
        }
    }

    @Override
    protected void disconnect() throws IOException {
        in.close();
    }
}
