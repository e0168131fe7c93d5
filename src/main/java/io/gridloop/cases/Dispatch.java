package io.gridloop.cases;

import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;

/** What the decision tables said about a case. */
record Dispatch(
        String level, String post, String lead, String coHandlers, String ruleCode, Limit limit, String severity,
        String limitRuleCode) {

    /** @throws IllegalArgumentException when the tables' answer has no limit that can be counted */
    static Dispatch of(Answer route, Answer limit) {
        var unit = LimitUnit.of(limit.text("unit"))
                .orElseThrow(() -> new IllegalArgumentException("limitCase gave no known unit: " + limit.text("unit")));
        return new Dispatch(
                route.text("level"),
                route.text("post"),
                route.text("lead"),
                route.text("coHandlers"),
                route.text("ruleCode"),
                new Limit(limit.number("amount").intValueExact(), unit),
                limit.text("severity"),
                limit.text("ruleCode"));
    }
}
