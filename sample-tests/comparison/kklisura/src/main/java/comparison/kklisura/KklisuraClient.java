package comparison.kklisura;

import com.github.kklisura.cdt.launch.ChromeArguments;
import com.github.kklisura.cdt.launch.ChromeLauncher;
import com.github.kklisura.cdt.services.ChromeDevToolsService;
import com.github.kklisura.cdt.services.ChromeService;
import com.github.kklisura.cdt.services.types.ChromeTab;
import comparison.Client;
import comparison.Page;
import comparison.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** chrome-devtools-java-client, which has a WebSocket for each page. */
public final class KklisuraClient implements Client {

    private Profile profile;
    private ChromeLauncher launcher;
    private ChromeService chrome;
    private ChromeDevToolsService first;

    @Override
    public void launch(String browser, List<String> switches) throws Exception {
        profile = Profile.create();
        launcher = new ChromeLauncher();
        var arguments = ChromeArguments.defaults(true)
                .userDataDir(profile.toString())
                .additionalArguments("remote-allow-origins", "*"); // it names an origin, which is refused otherwise
        switches.forEach(name -> arguments.additionalArguments(name.substring(2), true));
        chrome = launcher.launch(Path.of(browser), arguments.build());
        first = connect(ChromeTab::isPageType);
    }

    /** Pages are made by commands, because its own way to make one is refused since Chrome 111. */
    @Override
    public Page newPage(boolean isolated) {
        var targets = first.getTarget();
        var context = isolated ? targets.createBrowserContext() : null;
        var target = targets.createTarget("about:blank", null, null, context, null, null, null);
        Runnable closing = isolated ? () -> targets.disposeBrowserContext(context) : () -> targets.closeTarget(target);
        return new KklisuraPage(connect(tab -> tab.getId().equals(target)), closing);
    }

    private ChromeDevToolsService connect(Predicate<ChromeTab> condition) {
        return chrome.createDevToolsService(
                chrome.getTabs().stream().filter(condition).findFirst().orElseThrow());
    }

    @Override
    public void close() throws Exception {
        launcher.close();
        profile.delete();
    }
}
