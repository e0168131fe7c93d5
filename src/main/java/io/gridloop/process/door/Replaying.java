package io.gridloop.process.door;

import io.gridloop.cases.DecisionInputs;
import io.gridloop.cases.DecisionInputs.Group;
import io.gridloop.cases.DecisionInputs.Scope;
import io.gridloop.intake.LastImport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Sends the cases of the last import through two sets of tables. Cases with the same inputs are asked once. */
@Service
class Replaying {

    private static final int LAST_CASES = 1_000;
    private static final int LISTED = 20;
    private static final Comparator<Replay.Shift> MOST_FIRST = Comparator.<Replay.Shift>comparingLong(
            shift -> -shift.group().cases()).thenComparing(Replay.Shift::category);

    private final DecisionInputs inputs;
    private final LastImport imports;
    private final Outcomes outcomes;

    Replaying(DecisionInputs inputs, LastImport imports, Outcomes outcomes) {
        this.inputs = inputs;
        this.imports = imports;
        this.outcomes = outcomes;
    }

    /** Empty when neither of the two tables is different. */
    Optional<Replay> replay(Map<String, byte[]> before, Map<String, byte[]> after) {
        var tables = List.of(DecisionTables.ROUTE + ".dmn", DecisionTables.LIMIT + ".dmn");
        return Differences.files(before, after).stream().anyMatch(tables::contains)
                ? Optional.of(run(before, after))
                : Optional.empty();
    }

    /** All cases of a shift, not only those listed. */
    List<String> numbers(Replay replay, Replay.Shift shift) {
        return inputs.numbers(replay.scope(), shift.group(), Integer.MAX_VALUE);
    }

    private Replay run(Map<String, byte[]> before, Map<String, byte[]> after) {
        long start = System.nanoTime();
        var last = imports.find().map(it -> new Scope(it.from(), it.to(), true));
        var scope = last.orElseGet(() -> inputs.last(LAST_CASES));
        var source = imports.find().map(it -> "最近一次导入（" + it.fileName() + "）的全部案件")
                .orElse("最近的 " + LAST_CASES + " 件以内的案件（还没有导入过留言）");
        var groups = inputs.groups(scope);
        var newTables = new DecisionTables(after);
        var decided = decide(groups, new DecisionTables(before), newTables);
        var shifts = decided.stream().filter(it -> !it.before().decidesLike(it.after())).sorted(MOST_FIRST)
                .map(shift -> withNumbers(scope, shift)).toList();
        return new Replay(source, scope, groups.stream().mapToLong(Group::cases).sum(), shifts.stream()
                .map(Replay.Shift::group).distinct().mapToLong(Group::cases).sum(), shifts, loads(decided),
                newTables.unknownInputs(), Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Replay.Shift> decide(List<Group> groups, DecisionTables before, DecisionTables after) {
        return groups.stream().flatMap(group -> Stream.of("community", "county")
                .filter(level -> group.handlingLevel() == null || level.equals(group.handlingLevel()))
                .map(level -> new Replay.Shift(group, inputs.label(group.category()), level,
                        group.handlingLevel() == null, outcomes.of(before, group.category(), level),
                        outcomes.of(after, group.category(), level), List.of())))
                .toList();
    }

    private Replay.Shift withNumbers(Scope scope, Replay.Shift shift) {
        return new Replay.Shift(shift.group(), shift.category(), shift.level(), shift.assumed(), shift.before(),
                shift.after(), inputs.numbers(scope, shift.group(), LISTED));
    }

    private static List<Replay.Load> loads(List<Replay.Shift> decided) {
        var counts = new TreeMap<String, long[]>();
        decided.forEach(it -> {
            boolean community = !it.assumed() || it.level().equals("community");
            boolean county = !it.assumed() || it.level().equals("county");
            add(counts, it.before().unit(), it.group().cases(), community ? 0 : -1, county ? 2 : -1);
            add(counts, it.after().unit(), it.group().cases(), community ? 1 : -1, county ? 3 : -1);
        });
        var loads = new ArrayList<Replay.Load>();
        counts.forEach((unit, n) -> loads.add(new Replay.Load(unit, n[0], n[1], n[2], n[3])));
        return loads;
    }

    private static void add(Map<String, long[]> counts, String unit, long cases, int... columns) {
        var counted = counts.computeIfAbsent(unit, it -> new long[4]);
        for (int column : columns) {
            if (column >= 0) {
                counted[column] += cases;
            }
        }
    }
}
