package io.gridloop.cases;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which case may be named as the original of a duplicate. A number that is itself a duplicate stands for its original. */
@Component
class Duplicates {

    private final NamedCases named;

    Duplicates(NamedCases named) {
        this.named = named;
    }

    /** Why this number cannot be the original of a case; nothing when it can. */
    Optional<String> problem(Case it, String typed) {
        return Problems.first(
                () -> named.problem(it, typed, "原案件"),
                () -> Problems.unless(!named.root(typed).withdrawn(),
                        "案件%s已由反映人撤回，不再办理，不能作为原案件。".formatted(CaseNumber.tidy(typed))));
    }

    /** The original; only for a number without a problem. */
    Case original(String typed) {
        return named.root(typed);
    }

    /** What its reporter is told. */
    static String told(Case original) {
        return original.state() == CaseState.CLOSED
                ? "您反映的事项已有案件办理过，编号%s，不再重复立案。那一件的结果见下一条回复。".formatted(original.caseNumber())
                : "您反映的事项已有案件正在办理，编号%s，不再重复立案。那一件有了结果，也会在这里告诉您。".formatted(original.caseNumber());
    }

    /** What the history says of a number that stood for another. */
    static String note(Case original, String typed) {
        var number = CaseNumber.tidy(typed);
        return number.equals(original.caseNumber())
                ? ""
                : "所填%s本身是重复件，按其原案件%s处理。".formatted(number, original.caseNumber());
    }
}
