package io.gridloop.process.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.dmn.Audit.EvaluatedRule;
import scala.jdk.javaapi.CollectionConverters;

/** Walks through every case that a table can tell apart and looks which rules match. */
final class TableCases {

    private static final int MOST_CASES = 200_000;
    private static final int MOST_PROBLEMS = 20;

    private final Table table;
    private final Table.Decision decision;
    private final List<Domain> domains;
    private final Set<String> used = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    TableCases(Table table, Table.Decision decision) {
        this.table = table;
        this.decision = decision;
        var columns = decision.inputs();
        this.domains = IntStream.range(0, columns.size()).mapToObj(i -> Domain.of(
                columns.get(i), decision.rules().stream().map(rule -> rule.input(i)))).toList();
    }

    Stream<Problem> check() {
        long cases = domains.stream().mapToLong(domain -> domain.values().size()).reduce(1, Math::multiplyExact);
        if (cases > MOST_CASES) {
            return Stream.of(table.problem(decision.id(), "输入组合多达 " + cases + " 种，无法逐一核对，请拆成几张表"));
        }
        try {
            walk(Decisions.read(table.xml()), cases);
        } catch (InvalidModelException e) {
            return Stream.of(table.problem(decision.id(), e.getMessage()));
        }
        decision.rules().stream().filter(rule -> !used.contains(rule.id()))
                .forEach(rule -> problems.add(table.problem(rule.id(), "规则永远不会命中（文字要加英文引号，取值要在允许范围内）")));
        return problems.stream();
    }

    private void walk(Decisions decisions, long cases) throws InvalidModelException {
        for (long number = 0; number < cases && problems.size() < MOST_PROBLEMS; number++) {
            var inputs = inputs(number);
            judge(inputs, decisions.matching(decision.id(), inputs));
        }
    }

    private void judge(Map<String, Object> inputs, List<EvaluatedRule> rules) {
        var ids = rules.stream().map(rule -> rule.rule().id()).toList();
        used.addAll(ids);
        if (rules.isEmpty()) {
            problems.add(table.problem(decision.id(), "没有规则命中：" + inputs));
        } else if (rules.size() > 1) {
            problems.add(table.problem(String.join(" ", ids), "规则重叠，同时命中：" + inputs));
        } else if (silent(rules.getFirst())) {
            problems.add(table.problem(ids.getFirst(), "输出为空（文字要加英文引号）"));
        }
    }

    private static boolean silent(EvaluatedRule rule) {
        return CollectionConverters.asJava(rule.outputs()).stream()
                .anyMatch(output -> output.value().toString().startsWith("ValNull")
                        || output.value().toString().startsWith("ValError"));
    }

    private Map<String, Object> inputs(long number) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        long rest = number;
        for (Domain domain : domains) {
            int size = domain.values().size();
            inputs.put(domain.variable(), domain.values().get((int) (rest % size)));
            rest /= size;
        }
        return inputs;
    }
}
