package io.github.withcdp.fuzz;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Has a property tried less often than others, because each of its tries takes longer; {@link Tries} sees to that. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Costly {

    /** How many tries of others one of these stands for. */
    int value();
}
