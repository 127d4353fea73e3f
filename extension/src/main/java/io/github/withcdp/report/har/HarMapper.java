package io.github.withcdp.report.har;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import de.sstoehr.harreader.HarReaderMode;
import de.sstoehr.harreader.jackson.MapperFactory;
import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarRequest;
import de.sstoehr.harreader.model.HarTiming;
import io.github.withcdp.json.Json;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;

/** Writes the library's model with what it cannot say by itself put right. */
final class HarMapper implements MapperFactory {

    private static final HarPostData NONE = new HarPostData();

    @Override
    public ObjectMapper instance(HarReaderMode mode) {
        return instance();
    }

    @Override
    public ObjectMapper instance() {
        return Json.mapper()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY) // in the order of the specification
                .addMixIn(HarTiming.class, Fractions.class)
                .addMixIn(HarRequest.class, PostDataIfAny.class)
                .build();
    }

    /** The model has whole milliseconds, and a request to the machine itself takes fewer; so timings come as additional values. */
    interface Fractions {

        @JsonIgnore
        Long blocked();

        @JsonIgnore
        Long dns();

        @JsonIgnore
        Long connect();

        @JsonIgnore
        Long send();

        @JsonIgnore
        Long waitTime();

        @JsonIgnore
        Long receive();

        @JsonIgnore
        Long ssl();
    }

    /** The model has a content for every request, and would write one without the type that the specification demands. */
    interface PostDataIfAny {

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoPostData.class)
        HarPostData postData();
    }

    /** Equal to what is left out, as Jackson wants it. */
    static final class NoPostData {

        @Override
        public boolean equals(Object other) {
            return other == null || NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return NONE.hashCode();
        }
    }
}
