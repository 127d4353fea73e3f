package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.NewContext;
import io.github.withcdp.NewPage;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A kind of value that may be injected; explains what is wrong with a parameter. */
public enum Injection {
    PAGE,
    NEW_PAGE,
    NEW_CONTEXT,
    BROWSER,
    RECORDING;

    /** Return whether a parameter is ours to fill, or to refuse. */
    public static boolean concerns(ParameterContext parameter) {
        var type = parameter.getParameter().getType();
        return type == CDPSession.class
                || type == CDPBrowser.class
                || type == Recording.class
                || parameter.isAnnotated(NewPage.class)
                || parameter.isAnnotated(NewContext.class);
    }

    /**
     * Return what a parameter asks for.
     *
     * @throws ParameterResolutionException if it asks for something that does not exist
     */
    static Injection of(ParameterContext parameter, Settings settings) {
        boolean newPage = parameter.isAnnotated(NewPage.class);
        boolean newContext = parameter.isAnnotated(NewContext.class);
        var type = parameter.getParameter().getType();
        if ((newPage || newContext) && type != CDPSession.class) {
            throw refused(
                    parameter,
                    "@%s goes with a CDPSession, but this is a %s"
                            .formatted(newPage ? "NewPage" : "NewContext", type.getSimpleName()),
                    "declare it as CDPSession, or remove the annotation");
        }
        if (newPage && newContext) {
            throw refused(
                    parameter,
                    "@NewPage is a further page in the context of the test, @NewContext one in a context of its own; it cannot be both",
                    "keep one of them");
        }
        if (newPage && settings.get(Option.JOIN_PAGE)) {
            throw refused(
                    parameter,
                    "with joinPage the test is a guest in a page of somebody else and has no browser context of its own",
                    "use @NewContext, or leave joinPage out");
        }
        if (newPage) {
            return NEW_PAGE;
        }
        if (newContext) {
            return NEW_CONTEXT;
        }
        return type == CDPSession.class ? PAGE : type == CDPBrowser.class ? BROWSER : RECORDING;
    }

    /** Return what a parameter asks for, from the fixture of its test. */
    Object from(TestFixture fixture) {
        return switch (this) {
            case PAGE -> fixture.page();
            case NEW_PAGE -> fixture.newPage();
            case NEW_CONTEXT -> fixture.newPageInNewContext();
            case BROWSER -> new ScopedBrowser(fixture);
            case RECORDING -> fixture.recording();
        };
    }

    private static ParameterResolutionException refused(ParameterContext parameter, String rule, String remedy) {
        return new ParameterResolutionException("WithCDP cannot fill parameter %d (%s) of %s: %s. To mend it, %s."
                .formatted(
                        parameter.getIndex(),
                        parameter.getParameter().getName(),
                        parameter.getDeclaringExecutable().toGenericString(),
                        rule,
                        remedy));
    }
}
