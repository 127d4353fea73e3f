package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowCommandTests {

    @Test
    void has_properties_and_a_message() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("file", "src/Tests.java");
        properties.put("line", "7");

        assertThat(WorkflowCommand.of("error", properties, "no")).isEqualTo("::error file=src/Tests.java,line=7::no");
    }

    @Test
    void is_not_left_by_a_message() {
        assertThat(WorkflowCommand.of("error", Map.of("line", "7"), "100% of\r\n::set-env name=x::y, z"))
                .isEqualTo("::error line=7::100%25 of%0D%0A::set-env name=x::y, z");
    }

    @Test
    void is_not_left_by_a_property() {
        assertThat(WorkflowCommand.of("error", Map.of("title", "a::b,file=c%0A\r\n"), ""))
                .isEqualTo("::error title=a%3A%3Ab%2Cfile=c%250A%0D%0A::");
    }
}
