package io.gridloop.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A deadline in words, the same on the page of the case and on the resident's receipt. */
@Component
class DeadlineWords {

    private final Times times;
    private final Clock clock;

    DeadlineWords(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** As "限4个工作时，至11月23日18:00，还剩2小时"; 尚未起算 before the first dispatch, 挂账至… while it does not run. */
    String of(Case it) {
        var suspendedUntil = it.watch().suspendedUntil();
        if (suspendedUntil != null) {
            return "限%s，挂账至%s，其间不计时".formatted(it.watch().limitText(), times.day(suspendedUntil));
        }
        var dueAt = it.watch().dueAt();
        if (dueAt == null) {
            return "尚未起算";
        }
        var words = "限%s，至%s".formatted(it.watch().limitText(), times.words(dueAt));
        return it.state() == CaseState.HANDLING ? words + "，" + Spans.words(clock.instant(), dueAt) : words;
    }

    /** How the deadline was counted, for the resident too; empty before the first dispatch. */
    List<String> counted(Case it) {
        var watch = it.watch();
        if (watch.dueAt() == null || watch.limitFrom() == null) {
            return List.of();
        }
        var steps = new ArrayList<String>();
        steps.add("自%s起算（%s）。".formatted(times.words(watch.limitFrom()), it.reworked() ? "返工派遣时" : "受理时"));
        if (watch.moved()) {
            steps.add("时限经人工调整至%s。".formatted(times.words(watch.dueAt())));
        }
        steps.addAll(watch.steps());
        return steps;
    }

    /** How the deadline came to be, one step a line, for staff; empty before the first dispatch. */
    List<String> steps(Case it) {
        var watch = it.watch();
        if (watch.dueAt() == null || watch.limitFrom() == null || watch.warnAt() == null) {
            return List.of();
        }
        var steps = new ArrayList<String>();
        steps.add("按规则 %s，此类案件限%s。".formatted(watch.limitRuleCode(), watch.limitText()));
        steps.addAll(counted(it));
        steps.add("用去五分之四，即%s，预警。".formatted(times.words(watch.warnAt())));
        steps.add("%s到期，之后转督办。".formatted(times.words(watch.dueAt())));
        if (it.state() == CaseState.HANDLING) {
            steps.add("现在" + Spans.words(clock.instant(), watch.dueAt()) + "。");
        }
        return steps;
    }
}
