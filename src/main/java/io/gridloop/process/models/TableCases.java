package io.gridloop.process.models;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Walks through every case that a table can tell apart and looks which rules match: it should be one. */
final class TableCases {

    private static final int MOST_CASES = 200_000;
    private static final int MOST_PROBLEMS = 20;

    private final Table table;
    private final Table.Decision decision;
    private final List<Table.Rule> rules;
    private final List<Domain> domains;
    private final Set<Integer> used = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    TableCases(Table table, Table.Decision decision) {
        this.table = table;
        this.decision = decision;
        this.rules = decision.rules();
        var columns = decision.inputs();
        this.domains = IntStream.range(0, columns.size())
                .mapToObj(i -> Domain.of(columns.get(i), rules.stream().map(rule -> rule.input(i)))).toList();
    }

    Stream<Problem> check() {
        long cases = domains.stream().mapToLong(domain -> domain.values().size()).reduce(1, Math::multiplyExact);
        if (cases > MOST_CASES) {
            return Stream.of(table.problem(decision.id(), "输入组合多达 " + cases + " 种，无法逐一核对，请拆成几张表"));
        }
        try {
            walk(accepted(), (int) cases);
            speak();
        } catch (InvalidModelException e) {
            problems.add(table.problem(decision.id(), e.getMessage()));
        }
        return problems.stream();
    }

    /** For each column and each of its values: the rules whose cell accepts it. */
    private List<List<BitSet>> accepted() throws InvalidModelException {
        var columns = new ArrayList<List<BitSet>>();
        for (int column = 0; column < domains.size(); column++) {
            columns.add(accepted(column));
        }
        return columns;
    }

    private List<BitSet> accepted(int column) throws InvalidModelException {
        var values = domains.get(column).values();
        var accepted = values.stream().map(value -> new BitSet()).toList();
        for (int rule = 0; rule < rules.size(); rule++) {
            var cell = Feel.cell(rules.get(rule).input(column));
            for (int value = 0; value < values.size(); value++) {
                accepted.get(value).set(rule, Feel.accepts(cell, values.get(value)));
            }
        }
        return accepted;
    }

    private void walk(List<List<BitSet>> accepted, int cases) {
        for (int number = 0; number < cases && problems.size() < MOST_PROBLEMS; number++) {
            var matching = new BitSet();
            matching.set(0, rules.size());
            int rest = number;
            for (List<BitSet> values : accepted) {
                matching.and(values.get(rest % values.size()));
                rest /= values.size();
            }
            judge(number, matching);
        }
    }

    private void judge(int number, BitSet matching) {
        matching.stream().forEach(used::add);
        if (matching.isEmpty()) {
            problems.add(table.problem(decision.id(), "没有规则命中：" + inputs(number)));
        } else if (matching.cardinality() > 1) {
            var ids = matching.stream().mapToObj(rule -> rules.get(rule).id()).toList();
            problems.add(table.problem(String.join(" ", ids), "规则重叠，同时命中：" + inputs(number)));
        }
    }

    /** Unused rules, and rules that answer nothing. */
    private void speak() throws InvalidModelException {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (!used.contains(rule)) {
                problems.add(table.problem(rules.get(rule).id(), "规则永远不会命中（文字要加英文引号，取值要在允许范围内）"));
            }
            for (int output = 0; output < decision.outputs().size(); output++) {
                if (Feel.value(rules.get(rule).output(output), inputs(0)) == null) {
                    problems.add(table.problem(rules.get(rule).id(), "输出为空（文字要加英文引号）"));
                }
            }
        }
    }

    private Map<String, Object> inputs(int number) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        int rest = number;
        for (Domain domain : domains) {
            int size = domain.values().size();
            inputs.put(domain.variable(), domain.values().get(rest % size));
            rest /= size;
        }
        return inputs;
    }
}
