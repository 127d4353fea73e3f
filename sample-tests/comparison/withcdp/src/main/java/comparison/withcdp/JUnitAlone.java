package comparison.withcdp;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import comparison.Client;
import comparison.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** No client: what JUnit takes to run a class with nothing in it, on the class path of WithCDP. */
public final class JUnitAlone implements Client {

    @Override
    public void launch(String browser, List<String> switches) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(EmptyTest.class))
                        .build());
    }

    @Override
    public Page newPage(boolean isolated) {
        return new NoPage();
    }

    @Override
    public void close() {}

    static class EmptyTest {

        @Test
        void does_nothing() {}
    }

    private static final class NoPage implements Page {

        @Override
        public Object send(String method, Map<String, Object> params) {
            return params;
        }

        @Override
        public void on(String event, Consumer<Object> handler) {}

        @Override
        public long number(Object node, Object... path) {
            return 1;
        }

        @Override
        public String text(Object node, Object... path) {
            return "";
        }

        @Override
        public void close() {}
    }
}
