package io.github.withcdp.internal.lifecycle;

import static io.github.withcdp.internal.lifecycle.ConfigurationErrors.translated;

import io.github.withcdp.internal.browser.ProtocolDescriptions;
import io.github.withcdp.internal.compatibility.OldJUnit;
import io.github.withcdp.internal.compatibility.OldJackson;
import io.github.withcdp.internal.config.ClassOptions;
import io.github.withcdp.internal.config.ConfigurationSources;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.green.GreenQueue;
import io.github.withcdp.internal.monitor.LiveMonitor;
import io.github.withcdp.internal.publish.ReportPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The fixtures of one extension: that of a browser in the store of the class it belongs to, that of a test in the store of the test.
 * JUnit closes both, and makes each of them once however many threads ask.
 */
public final class Fixtures {

    private static final Namespace NAMESPACE = Namespace.create(Fixtures.class);

    private final Optional<ClassOptions> options;
    private final Object identity;

    /**
     * Create the fixtures of one extension.
     *
     * @param options those of a builder; empty for an annotation
     * @param identity tells the extensions of several builders apart
     */
    public Fixtures(Optional<ClassOptions> options, Object identity) {
        this.options = options;
        this.identity = identity;
    }

    /** Return the browser fixture that counts in a context, made if it does not exist. It does not start a browser. */
    BrowserFixture browser(ExtensionContext context) {
        return options.isPresent() ? browserOfBuilder(context, options.get()) : browserOfAnnotation(context);
    }

    private BrowserFixture browserOfAnnotation(ExtensionContext context) {
        var owner = AnnotatedOwner.of(context)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "WithCDPExtension is registered by @ExtendWith on %s, but there is no @WithCDP. Write @WithCDP on the class instead of @ExtendWith"
                                .formatted(context.getTestClass()
                                        .map(Class::getName)
                                        .orElse("?"))));
        var key = key(owner.type(), "browser");
        return getOrCreate(
                classContext(context, owner.type()),
                key,
                () -> create(
                        context, translated(() -> ClassOptions.of(owner.annotation(), owner.type())), owner.type()),
                BrowserFixture::close,
                BrowserFixture.class);
    }

    private BrowserFixture browserOfBuilder(ExtensionContext context, ClassOptions code) {
        AnnotatedOwner.of(context).ifPresent(owner -> {
            throw new ExtensionConfigurationException(
                    "%s has a WithCDPExtension in a field, and %s has @WithCDP: a CDPSession could come from either. Keep one of the two"
                            .formatted(
                                    context.getTestClass().map(Class::getName).orElse("?"),
                                    owner.type().getName()));
        });
        var key = key(identity, "browser");
        var existing = stored(context, key, BrowserFixture.class);
        if (existing.isPresent()) {
            return existing.get();
        }
        if (context.getTestMethod().isPresent()) {
            throw new ExtensionConfigurationException(
                    "The WithCDPExtension of %s is in an instance field, of which each test has its own, and so each would start a browser. Declare the field static"
                            .formatted(context.getRequiredTestClass().getName()));
        }
        var type = context.getRequiredTestClass();
        return getOrCreate(
                classContext(context, type),
                key,
                () -> create(context, code, type),
                BrowserFixture::close,
                BrowserFixture.class);
    }

    private static BrowserFixture create(ExtensionContext context, ClassOptions code, Class<?> owner) {
        refuseOldLibraries();
        var settings =
                translated(() -> Settings.resolve(code, ConfigurationSources.of(context::getConfigurationParameter)));
        return new BrowserFixture(
                settings,
                TestCount.of(owner),
                protocols(context, ProtocolDescriptions::new),
                recordings(context, settings),
                monitor(context));
    }

    /** Return what tests run from, found once for the whole run, because no report comes or goes meanwhile that is looked for. */
    private static Optional<GivenRecordings> recordings(ExtensionContext context, Settings settings) {
        return GivenRecordings.place(settings)
                .map(place -> getOrCreate(
                        context.getRoot(),
                        key(GivenRecordings.class, place.toString()),
                        () -> GivenRecordings.at(place),
                        any -> {},
                        GivenRecordings.class));
    }

    /** What is too old breaks somewhere later, in words that nobody understands. */
    private static void refuseOldLibraries() {
        var loader = Fixtures.class.getClassLoader();
        var all = new StringJoiner("\n\n");
        for (var why : List.of(OldJUnit.why(loader), OldJackson.why(loader))) {
            if (why.isPresent()) {
                all.add(why.get());
            }
        }
        if (all.length() > 0) {
            throw new ExtensionConfigurationException(all.toString());
        }
    }

    /** Return what browsers say about their protocols, once for the whole run; made if it does not exist. */
    public static ProtocolDescriptions protocols(ExtensionContext context, Supplier<ProtocolDescriptions> maker) {
        return getOrCreate(
                context.getRoot(),
                key(ProtocolDescriptions.class, "protocols"),
                maker,
                ProtocolDescriptions::close,
                ProtocolDescriptions.class);
    }

    /** Return what keeps the recordings of tests that passed, once for the whole run; made if it does not exist. */
    static GreenQueue greens(ExtensionContext context) {
        return getOrCreate(
                context.getRoot(),
                key(GreenQueue.class, "greens"),
                GreenQueue::new,
                GreenQueue::close,
                GreenQueue.class);
    }

    /** Return the monitor of the whole run; made if it does not exist. */
    private static LiveMonitor monitor(ExtensionContext context) {
        return getOrCreate(
                context.getRoot(),
                key(LiveMonitor.class, "monitor"),
                LiveMonitor::new,
                LiveMonitor::close,
                LiveMonitor.class);
    }

    /** Return the fixture of the test, or for {@code @BeforeAll} of the class, that a context is about; made if it does not exist. */
    TestFixture test(ExtensionContext context, boolean withPage) {
        var browsers = browser(context);
        return getOrCreate(
                        context,
                        key(identity, context.getUniqueId()),
                        FixtureHolder::new,
                        FixtureHolder::close,
                        FixtureHolder.class)
                .fixture(() -> create(browsers, context, withPage));
    }

    private static TestFixture create(BrowserFixture browsers, ExtensionContext context, boolean withPage) {
        var owner = new TestFixture.Owner(
                context.getUniqueId(),
                name(context),
                isOfClass(context),
                browsers.server().map(server -> server.serve(context)),
                fixture -> {
                    FailureReporter.reportUnlessReported(fixture, context);
                    FailureReporter.keepIfPassed(fixture, context);
                },
                () -> ReportPublisher.identity(context));
        return withPage ? TestFixture.withPage(owner, browsers) : TestFixture.withoutPage(owner, browsers);
    }

    /** Return the name of a test or class, for people. */
    private static String name(ExtensionContext context) {
        var type = context.getTestClass().map(Class::getSimpleName).orElse("");
        return isOfClass(context) ? type : (type + " " + context.getDisplayName()).strip();
    }

    /** Return the fixtures that serve a test, innermost first: its own, if it has asked for anything, that of the factory that made it, and those of the classes around it. */
    List<TestFixture> enclosing(ExtensionContext context) {
        var fixtures = new ArrayList<TestFixture>();
        for (Optional<ExtensionContext> each = Optional.of(context);
                each.isPresent();
                each = each.get().getParent()) {
            existing(each.get()).ifPresent(fixtures::add);
        }
        return fixtures;
    }

    private Optional<TestFixture> existing(ExtensionContext context) {
        return stored(context, key(identity, context.getUniqueId()), FixtureHolder.class)
                .flatMap(FixtureHolder::fixture);
    }

    /** Return whether a context is that of a class, and not of a test. */
    static boolean isOfClass(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && context.getTestClass().isPresent();
    }

    /** Return the outermost context of a class: with templates of classes there are several, one in the other. */
    private static ExtensionContext classContext(ExtensionContext context, Class<?> type) {
        var outermost = context;
        for (Optional<ExtensionContext> each = Optional.of(context);
                each.isPresent();
                each = each.get().getParent()) {
            var candidate = each.get();
            if (candidate.getTestMethod().isEmpty()
                    && candidate.getTestClass().filter(type::equals).isPresent()) {
                outermost = candidate;
            }
        }
        return outermost;
    }

    private static <T> T getOrCreate(
            ExtensionContext context, List<Object> key, Supplier<T> maker, Consumer<T> closer, Class<T> type) {
        // JUnit 6 allows for a maker that returns null, which this one does not.
        return type.cast(Objects.requireNonNull(store(context)
                        .getOrComputeIfAbsent(
                                key, any -> new StoreResource<>(maker.get(), closer), StoreResource.class))
                .value());
    }

    private static <T> Optional<T> stored(ExtensionContext context, List<Object> key, Class<T> type) {
        return Optional.ofNullable(store(context).get(key, StoreResource.class))
                .map(resource -> type.cast(resource.value()));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** A list and no record, whose {@code hashCode} takes tens of milliseconds when the first of a JVM is asked for it. */
    private static List<Object> key(Object of, String what) {
        return List.of(of, what);
    }
}
