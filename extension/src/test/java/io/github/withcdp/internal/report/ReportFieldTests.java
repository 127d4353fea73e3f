package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ReportFieldTests {

    @Test
    void all_of_them_are_copied_without_secrets_written_and_read() throws IllegalAccessException {
        var declared = new ArrayList<Object>();
        for (var field : ReportField.class.getFields()) {
            if (field.getType() == ReportField.class) {
                declared.add(field.get(null));
            }
        }

        assertThat(new ArrayList<Object>(ReportField.ALL)).isNotEmpty().containsExactlyInAnyOrderElementsOf(declared);
    }
}
