package io.gridloop.cases;

import org.springframework.stereotype.Component;

/** Tells the supervisor of a case that was sent back too often (样例，待县里核定). */
@Component
class Reworks {

    static final int TOO_MANY = 3;

    private final Notices notices;

    Reworks(Notices notices) {
        this.notices = notices;
    }

    /** After each rework; the notice goes out once in a run. */
    void tell(Case it) {
        if (it.reworks() == TOO_MANY) {
            notices.tellSupervisor(it, "reworks#" + it.run(),
                    "案件%s已返工%d次，请督办。".formatted(it.caseNumber(), it.reworks()));
        }
    }
}
