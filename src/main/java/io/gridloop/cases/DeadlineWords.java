package io.gridloop.cases;

import java.time.Clock;
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

    /** As "限4个工作时，至11月23日18:00，还剩2小时"; 尚未起算 before the first dispatch. */
    String of(Case it) {
        var dueAt = it.watch().dueAt();
        if (dueAt == null) {
            return "尚未起算";
        }
        var words = "限%s，至%s".formatted(it.watch().limitText(), times.words(dueAt));
        return it.state() == CaseState.HANDLING ? words + "，" + Spans.words(clock.instant(), dueAt) : words;
    }
}
