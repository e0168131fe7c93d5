package io.gridloop.clock;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Deadlines per second, of limits as the decision tables give them: 2 to 40 hours, 1 to 20 days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
public class DeadlineBench {

    private record Question(Instant from, Limit limit) {}

    private final WorkingCalendar calendar = CountyCalendar.SHIPPED;
    private final List<Question> questions = questions();
    private int next;

    /** Due and warning, without words. */
    @Benchmark
    public Instant counted() {
        var it = question();
        var running = Running.start(calendar, it.from(), it.limit());
        return running.warnAt(calendar).isAfter(it.from()) ? running.dueAt(calendar) : it.from();
    }

    /** Due, warning and the steps in Chinese. */
    @Benchmark
    public Deadline explained() {
        var it = question();
        return calendar.deadline(it.from(), it.limit());
    }

    private Question question() {
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    private static List<Question> questions() {
        var random = new Random(1);
        return IntStream.range(0, 1_000).mapToObj(i -> {
            var unit = LimitUnit.values()[random.nextInt(3)];
            int amount = unit == LimitUnit.WORKING_HOUR ? 2 + random.nextInt(39) : 1 + random.nextInt(20);
            return new Question(CountyCalendar.at("2024-01-02T08:00").plusSeconds(random.nextInt(90_000_000)),
                    new Limit(amount, unit));
        }).toList();
    }
}
