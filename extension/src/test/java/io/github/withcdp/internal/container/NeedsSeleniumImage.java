package io.github.withcdp.internal.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that start a container from an image with Selenium, which is prepared only where there is a chromedriver. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "TEST_DOCKER_SELENIUM",
        matches = "prepared",
        disabledReason =
                "There is no image with Selenium: extension/src/test/docker/prepare makes it if chromedriver is installed and extension/src/test/grid/prepare has been called")
public @interface NeedsSeleniumImage {}
