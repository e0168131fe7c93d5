package io.gridloop.process.door;

import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import io.gridloop.territory.Department;
import io.gridloop.territory.Post;
import io.gridloop.territory.Territory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks both tables in the order of the diagram and says the answer in Chinese. */
@Component
class Outcomes {

    private final Territory territory;

    Outcomes(Territory territory) {
        this.territory = territory;
    }

    Outcome of(DecisionTables tables, @Nullable String category, String handlingLevel) {
        var inputs = new HashMap<String, Object>();
        inputs.put("category", category);
        inputs.put("handlingLevel", handlingLevel);
        var route = tables.decide(DecisionTables.ROUTE, inputs);
        inputs.put("level", route.getOrDefault("level", ""));
        var limit = tables.decide(DecisionTables.LIMIT, inputs);
        return new Outcome(unit(route), coHandlers(route), limit(limit), limit.getOrDefault("severity", ""),
                route.getOrDefault("ruleCode", "无") + " / " + limit.getOrDefault("ruleCode", "无"));
    }

    private String unit(Map<String, String> route) {
        return switch (route.getOrDefault("level", "")) {
            case "community" -> "社区 " + Post.of(route.getOrDefault("post", "")).map(Post::label).orElse("");
            case "department" -> department(route.getOrDefault("lead", ""));
            case "dispatcher" -> "县派遣员";
            default -> "没有规则命中";
        };
    }

    private String coHandlers(Map<String, String> route) {
        return Arrays.stream(route.getOrDefault("coHandlers", "").split(",")).map(String::strip)
                .filter(code -> !code.isEmpty()).map(this::department).collect(Collectors.joining("、"));
    }

    private String department(String code) {
        return territory.department(code).map(Department::name).orElse(code);
    }

    private static String limit(Map<String, String> limit) {
        try {
            var amount = Integer.parseInt(limit.getOrDefault("amount", ""));
            return LimitUnit.of(limit.getOrDefault("unit", "")).map(unit -> new Limit(amount, unit).label())
                    .orElse("没有期限");
        } catch (IllegalArgumentException e) {
            return "没有期限";
        }
    }
}
