package io.github.withcdp.internal.redaction;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Texts that make rules begin again and again, each rule alone and all together: four times the text takes four times as long. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HostileTextBenchmark {

    /** What the text is made of: the units of {@link HostileTexts} by their number, or all of them in turn. */
    @Param({
        "all", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18",
        "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36",
        "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49"
    })
    public String unit = "all";

    /** How many characters there are. */
    @Param({"50000", "200000", "800000"})
    public int length;

    private final Redactor redactor = Redaction.DEFAULT.redactorFor(List.of());
    private String text = "";

    /** Write the text. */
    @Setup
    public void write() {
        text = unit.equals("all")
                ? HostileTexts.ofAll(length)
                : HostileTexts.of(HostileTexts.units().toList().get(Integer.parseInt(unit)), length);
    }

    /** Look for secrets in it, and take them out; the result is the length. */
    @Benchmark
    public int redact() {
        return redactor.text(text).length();
    }
}
