package io.gridloop.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run over time, one sample a second. */
public record LoopSeries(List<LoopSample> samples) {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;
    private static final int FIVE_MINUTES = 300;

    /** Commands that waited for the engine: least, median, most. */
    public Map<String, Long> waiting() {
        var depths = samples.stream().mapToLong(LoopSample::waiting).sorted().toArray();
        return depths.length == 0
                ? Map.of()
                : Map.of("min", depths[0], "median", depths[depths.length / 2], "max", depths[depths.length - 1]);
    }

    /** The same as one line of bars, the highest of each sixtieth of the time. */
    String waitingLine() {
        long most = Math.max(1, samples.stream().mapToLong(LoopSample::waiting).max().orElse(1));
        return IntStream.range(0, Math.min(WIDTH, samples.size()))
                .mapToLong(this::highestIn)
                .mapToObj(depth -> String.valueOf(BARS.charAt((int) (depth * (BARS.length() - 1) / most))))
                .collect(Collectors.joining());
    }

    private long highestIn(int column) {
        int columns = Math.min(WIDTH, samples.size());
        return samples.subList(column * samples.size() / columns, (column + 1) * samples.size() / columns).stream()
                .mapToLong(LoopSample::waiting).max().orElse(0);
    }

    /** Cases closed in a minute, in the best five minutes; in the whole run when it was shorter. */
    double bestPerMinute() {
        double best = 0;
        for (int i = 0, j = 0; j < samples.size(); j++) {
            while (samples.get(j).second() - samples.get(i).second() > FIVE_MINUTES) {
                i++;
            }
            long seconds = Math.max(Math.min(FIVE_MINUTES, samples.getLast().second()),
                    samples.get(j).second() - samples.get(i).second());
            best = Math.max(best, (samples.get(j).closed() - samples.get(i).closed()) * 60.0 / Math.max(1, seconds));
        }
        return best;
    }
}
