package io.gridloop.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which case goes which way: a block of scripts with exact shares, shuffled by a seed, repeated for ever. The running
 * number within the case number says which script holds, so the same seed always tells the same story.
 *
 * @param seed of the shuffle and of every choice
 * @param tasklistPercent the share of tasks that are answered in Tasklist
 * @param everyChannel whether cases that were reported on a page are worked too
 * @param block the scripts of consecutive case numbers; the first is never a duplicate, because nothing precedes it
 */
record DemoPlan(long seed, int tasklistPercent, boolean everyChannel, List<DemoScript> block) {

    /** Categories with a limit of at most 4 working hours at every level (limitCase): late comes soon. */
    static final List<String> SHORT = List.of("01-02", "01-04", "01-05", "01-06", "05-01", "05-02");

    /** Categories with a limit of at least 72 hours at every level (limitCase): in time is easy. */
    static final List<String> LONG = List.of("01-07", "01-08", "01-09", "02-02", "06-01", "06-02", "06-03", "06-04",
            "06-05", "06-06", "06-07", "06-08", "07-01", "07-02", "08-01", "10-01", "11-01", "12-01");

    /** One case in twenty has a first answer that lacks something; it stands on a straight case. */
    private static final int SLIP_EVERY = 20;
    private static final List<String> SLIPS = List.of("Task_AcceptCase", "Task_HandleCase", "Task_VerifyCase");

    /** A plan whose shares are exact for every {@code size} consecutive cases. */
    static DemoPlan of(long seed, int size) {
        var random = new Random(seed);
        var paths = new ArrayList<DemoPath>();
        quotas(size).forEach((path, count) -> paths.addAll(Collections.nCopies(count, path)));
        Collections.shuffle(paths, random);
        Collections.swap(paths, 0, paths.indexOf(DemoPath.STRAIGHT));
        var scripts = new ArrayList<>(paths.stream().map(path -> script(path, random)).toList());
        addSlips(scripts);
        return new DemoPlan(seed, 0, false, List.copyOf(scripts));
    }

    /** The same plan with these doors. */
    DemoPlan withDoors(int percent, boolean channels) {
        return new DemoPlan(seed, percent, channels, block);
    }

    /** Where a task of this case is answered: by the seed alone, so that each look finds the same. */
    DemoDoor doorOf(String caseNumber, String element) {
        long scattered = (seed * 31 + runningNumber(caseNumber) * 31 + element.hashCode()) * 0x9E3779B97F4A7C15L >>> 33;
        return scattered % 100 < tasklistPercent ? DemoDoor.TASKLIST : DemoDoor.DESK;
    }

    /** The script of the case with this number, for instance WZ26-000123-4. */
    DemoScript scriptOf(String caseNumber) {
        return block.get((int) ((runningNumber(caseNumber) - 1) % block.size()));
    }

    /** The number of cases of each path in one block. */
    Map<DemoPath, Integer> counts() {
        var counts = new EnumMap<DemoPath, Integer>(DemoPath.class);
        block.forEach(script -> counts.merge(script.path(), 1, Integer::sum));
        return counts;
    }

    /** The number of first answers in one block that lack something. */
    long slips() {
        return block.stream().filter(script -> script.slip() != null).count();
    }

    static long runningNumber(String caseNumber) {
        return Long.parseLong(caseNumber.split("-")[1]);
    }

    /** Largest remainders: the counts add up to {@code size} and none is more than 1 away from its share. */
    private static Map<DemoPath, Integer> quotas(int size) {
        var quotas = new EnumMap<DemoPath, Integer>(DemoPath.class);
        var byRemainder = new ArrayList<>(List.of(DemoPath.values()));
        byRemainder.forEach(path -> quotas.put(path, size * path.percent / 100));
        byRemainder.sort(Comparator.comparingInt(path -> -(size * path.percent % 100)));
        int missing = size - quotas.values().stream().mapToInt(Integer::intValue).sum();
        byRemainder.subList(0, missing).forEach(path -> quotas.merge(path, 1, Integer::sum));
        return quotas;
    }

    private static DemoScript script(DemoPath path, Random random) {
        var categories = path == DemoPath.LATE ? SHORT : LONG;
        return new DemoScript(path, null, categories.get(random.nextInt(categories.size())),
                random.nextInt(10) < 6 ? "community" : "county", random.nextInt(1000));
    }

    private static void addSlips(List<DemoScript> scripts) {
        int open = scripts.size() / SLIP_EVERY;
        for (int i = 0; i < scripts.size() && open > 0; i++) {
            if (scripts.get(i).path() == DemoPath.STRAIGHT) {
                scripts.set(i, scripts.get(i).slippingAt(SLIPS.get(open-- % SLIPS.size())));
            }
        }
    }
}
