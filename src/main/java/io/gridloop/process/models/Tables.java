package io.gridloop.process.models;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A decision table says for every case exactly one thing, says where each rule comes from, and can be quoted. */
final class Tables implements ModelRule {

    private static final String CODE = "ruleCode";

    @Override
    public Stream<Problem> check(Models models) {
        return models.tables().stream().flatMap(table -> table.decisions().stream()
                .flatMap(decision -> check(table, decision)));
    }

    private static Stream<Problem> check(Table table, Table.Decision decision) {
        if (decision.tables().size() != 1) {
            return Stream.of(table.problem(decision.id(), "决策应是一张决策表"));
        }
        var shape = Stream.concat(columns(table, decision), rows(table, decision)).toList();
        return shape.isEmpty() ? new TableCases(table, decision).check() : shape.stream();
    }

    private static Stream<Problem> columns(Table table, Table.Decision decision) {
        Element xml = decision.tables().getFirst();
        var policy = xml.hasAttribute("hitPolicy") && !xml.getAttribute("hitPolicy").equals("UNIQUE")
                ? Stream.of(table.problem(decision.id(), "命中策略应为 UNIQUE"))
                : Stream.<Problem>empty();
        var code = decision.outputs().contains(CODE)
                ? Stream.<Problem>empty()
                : Stream.of(table.problem(decision.id(), "缺少输出列 " + CODE));
        var ids = decision.id().matches("[a-z][A-Za-z0-9]*")
                ? Stream.<Problem>empty()
                : Stream.of(table.problem(decision.id(), "决策 id 应为小写开头的英文名，不含连字符"));
        var inputs = decision.inputs().stream().filter(column -> !column.variable().matches("[A-Za-z]\\w*"))
                .map(column -> table.problem(column.id(), "输入表达式应只是一个变量名，这样才能逐一核对"));
        return Stream.of(policy, code, ids, inputs).flatMap(s -> s);
    }

    private static Stream<Problem> rows(Table table, Table.Decision decision) {
        int inputs = decision.inputs().size();
        int outputs = decision.outputs().size();
        if (decision.rules().stream().anyMatch(rule -> !rule.complete(inputs, outputs))) {
            return Stream.of(table.problem(decision.id(), "有规则的格数与列数不符"));
        }
        var unexplained = decision.rules().stream().filter(rule -> !rule.annotated())
                .map(rule -> table.problem(rule.id(), "规则没有注明依据（注释列）"));
        var ids = repeated(decision.rules().stream().map(Table.Rule::id).toList());
        int code = decision.outputs().indexOf(CODE);
        var codes = code < 0
                ? Stream.<String>empty()
                : repeated(decision.rules().stream().map(rule -> rule.output(code)).toList());
        return Stream.concat(unexplained, Stream.concat(ids, codes)
                .map(twice -> table.problem(twice, "规则 id 与规则编号不得重复")));
    }

    private static Stream<String> repeated(List<String> values) {
        var seen = new HashSet<String>();
        return values.stream().filter(value -> !seen.add(value));
    }
}
