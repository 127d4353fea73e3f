package io.github.withcdp.internal.config;

import java.util.HashMap;
import java.util.Map;

/** Values of options: those that somebody has set, for the others their defaults. Immutable. */
public final class OptionValues {

    /** No values: nothing is set. */
    public static final OptionValues NONE = new OptionValues(Map.of());

    private final Map<Option<?>, Object> values;

    private OptionValues(Map<Option<?>, Object> values) {
        this.values = values;
    }

    /** Return what counts for an option. */
    @SuppressWarnings("unchecked") // with puts in values of the option's type only
    public <T> T get(Option<T> option) {
        return (T) values.getOrDefault(option, option.defaultValue());
    }

    /** Return whether somebody has set an option, be it to its default. */
    public boolean isSet(Option<?> option) {
        return values.containsKey(option);
    }

    /** Return these values with that of one option set, {@linkplain Option#join joined} with what was set before. */
    <T> OptionValues with(Option<T> option, T value) {
        var changed = new HashMap<>(values);
        changed.put(option, isSet(option) ? option.join(get(option), value) : value);
        return new OptionValues(Map.copyOf(changed));
    }

    /** Return these values with that of one option set unless it is the default, for those who cannot tell it from one that is not given. */
    <T> OptionValues withUnlessDefault(Option<T> option, T value) {
        return value.equals(option.defaultValue()) ? this : with(option, value);
    }

    /** Return these values with what a run says about an option set, if it says anything. */
    <T> OptionValues overriddenBy(ConfigurationSources run, Option<T> option) {
        return run.valueOf(option).map(text -> with(option, option.parse(text))).orElse(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptionValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Return the names of what is set; the values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
