package io.github.withcdp.internal.grid;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** For tests with a real Selenium Grid; skipped where there cannot be one. All of them share the one that is their parameter. */
@Tag("grid")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealGridExtension.class)
public @interface NeedsGrid {}
