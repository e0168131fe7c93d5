package io.gridloop.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which case may be named as the original of a duplicate. */
@Component
class Duplicates {

    private final Cases cases;
    private final JdbcClient jdbc;

    Duplicates(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** Why this number cannot be the original of a case; nothing when it can. */
    Optional<String> problem(Case it, String typed) {
        var number = CaseNumber.tidy(typed);
        if (number.isEmpty()) {
            return Optional.of("请填写原案件的编号。");
        }
        if (!CaseNumber.valid(number)) {
            return Optional.of("原案件编号有误，请核对（例如 WZ26-000123-4）。");
        }
        if (number.equals(it.caseNumber())) {
            return Optional.of("案件不能是它自己的重复件，请填写原案件的编号。");
        }
        return problem(number);
    }

    /**
     * The original is kept from being decided until this decision is stored: two leaders who name each other's case at
     * the same moment must not both succeed. One of them fails on the database's deadlock check and is asked again.
     */
    private Optional<String> problem(String number) {
        jdbc.sql("select id from grid_case where case_number = ? for share").param(number).query(Long.class).optional();
        return cases.findByCaseNumber(number)
                .map(Duplicates::problemAsOriginal)
                .orElseGet(() -> Optional.of("没有编号为%s的案件，请核对。".formatted(number)));
    }

    private static Optional<String> problemAsOriginal(Case it) {
        return switch (it.decided()) {
            case DUPLICATE -> Optional.of("案件%s本身也是重复件，请填写它的原案件%s。".formatted(it.caseNumber(), it.duplicateOf()));
            case WITHDRAWN -> Optional.of("案件%s已由反映人撤回，不再办理，不能作为原案件。".formatted(it.caseNumber()));
            case null, default -> Optional.empty();
        };
    }

    /** The original; only for a number without a problem. */
    Case original(String typed) {
        return cases.findByCaseNumber(CaseNumber.tidy(typed)).orElseThrow();
    }
}
