package io.gridloop.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that a person names by their number in place of the one before them. */
@Component
class NamedCases {

    private final Cases cases;
    private final JdbcClient jdbc;

    NamedCases(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /**
     * Why nothing can be done with this number; nothing when it names another case.
     *
     * @param what how the form calls it, in Chinese
     */
    Optional<String> problem(Case it, String typed, String what) {
        var number = CaseNumber.tidy(typed);
        return Problems.first(
                () -> Problems.unless(!number.isEmpty(), "请填写%s的编号。".formatted(what)),
                () -> Problems.unless(CaseNumber.valid(number), "%s编号有误，请核对（例如 WZ26-000123-4）。".formatted(what)),
                () -> Problems.unless(!number.equals(it.caseNumber()), "案件不能是它自己的重复件，请填写%s的编号。".formatted(what)),
                () -> Problems.unless(lock(number).isPresent(), "没有编号为%s的案件，请核对。".formatted(number)),
                () -> Problems.unless(!root(typed).caseNumber().equals(it.caseNumber()),
                        "案件%s已并入本件，本件不能再作为它的重复件。".formatted(number)));
    }

    /**
     * The case that treats the matter of the named one: itself, or where it was merged into, over any number of steps.
     * Each is kept from being decided until the caller's decision is stored: two leaders who name each other's case at
     * the same moment must not both succeed. One of them fails on the database's deadlock check and is asked again.
     *
     * @throws java.util.NoSuchElementException when there is no such case
     */
    Case root(String typed) {
        var it = lock(CaseNumber.tidy(typed)).orElseThrow();
        String next;
        while ((next = next(it)) != null) {
            it = lock(next).orElseThrow();
        }
        return it;
    }

    private static @Nullable String next(Case it) {
        return it.mergedInto() == null ? it.repeats() : it.mergedInto();
    }

    private Optional<Case> lock(String number) {
        jdbc.sql("select id from grid_case where case_number = ? for share").param(number).query(Long.class).optional();
        return cases.findByCaseNumber(number);
    }
}
