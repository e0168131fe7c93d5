package io.gridloop.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The parts of a split case: it ends after them, and its reporter is told of all of them at once. */
@Component
class Children {

    private static final int SUMMARY = 40;

    private final Cases cases;
    private final History history;
    private final Notices notices;

    Children(Cases cases, History history, Notices notices) {
        this.cases = cases;
        this.history = history;
        this.notices = notices;
    }

    /** The parts of a case, in the order in which it was split. */
    List<Case> of(Case parent) {
        return cases.findByParentIdOrderById(parent.id());
    }

    /** Those that did not end yet. */
    List<Case> open(Case parent) {
        return of(parent).stream().filter(it -> it.state() != CaseState.CLOSED).toList();
    }

    /** Why a case cannot end yet, in Chinese; nothing when all its parts have ended, or it has none. */
    Optional<String> problemToEnd(Case parent) {
        var open = open(parent).stream().map(Case::caseNumber).collect(Collectors.joining("、"));
        return Problems.unless(open.isEmpty(), "拆分出的案件%s还没有结案，全部结案后本件才能办结。".formatted(open));
    }

    /** The outcomes of the parts, one line each; empty when there are none. */
    String summary(Case parent) {
        var parts = of(parent);
        return parts.isEmpty()
                ? ""
                : "本件曾拆分为%d件分别办理：".formatted(parts.size()) + IntStream.range(0, parts.size())
                        .mapToObj(i -> "%d. %s（%s）".formatted(i + 1, said(parts.get(i)), outcome(parts.get(i))))
                        .collect(Collectors.joining("；")) + "。";
    }

    /** The end of a part stands in the history of its parent; its leader hears when it was the last. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseClosed event) {
        cases.findById(event.caseId()).flatMap(it -> Optional.ofNullable(it.parentId())).flatMap(cases::findById)
                .filter(parent -> parent.state() != CaseState.CLOSED).ifPresent(parent -> note(parent, event));
    }

    private void note(Case parent, CaseClosed event) {
        history.write(parent, "EndEvent_CaseClosed", Actor.SYSTEM, null,
                "拆分的案件%s已结案：%s。".formatted(event.caseNumber(), event.resolution().label()));
        if (open(parent).isEmpty()) {
            notices.tellLeader(parent, "childrenClosed#" + event.caseId(),
                    "案件%s拆分出的案件已全部结案，本件可以办结。".formatted(parent.caseNumber()));
        }
    }

    static String said(Case it) {
        return PlainText.cut(Masking.mask(it.text()), SUMMARY);
    }

    private static String outcome(Case it) {
        return it.decided() == null ? it.state().label() : it.decided().label();
    }
}
