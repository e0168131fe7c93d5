package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a case back at the word of who reported it, whatever it waits for. */
@Service
public class Withdrawing {

    /** Most characters of a reason. */
    public static final int LONGEST_REASON = 200;

    private final Receipts receipts;
    private final Effects effects;
    private final Children children;
    private final TaskEnds ends;
    private final History history;
    private final Notices notices;
    private final Ladder ladder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawing(Receipts receipts, Effects effects, Children children, TaskEnds ends, History history,
            Notices notices, Ladder ladder,
            ApplicationEventPublisher events, Clock clock) {
        this.receipts = receipts;
        this.effects = effects;
        this.children = children;
        this.ends = ends;
        this.history = history;
        this.notices = notices;
        this.ladder = ladder;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Withdraws the case: nobody has a task of it any more, and {@link CaseWithdrawn} makes the engine end it. Once,
     * however often it is asked.
     *
     * @param receiptCode opens the case
     * @param reason at most {@link #LONGEST_REASON} characters; may be empty
     * @return why it cannot be done, in Chinese; empty when it is withdrawn
     */
    @Transactional
    public Optional<String> withdraw(String receiptCode, String reason) {
        var found = receipts.lock(receiptCode);
        var why = reason.strip();
        return found.filter(Case::withdrawn).isPresent()
                ? Optional.empty()
                : Problems.first(
                        () -> Problems.unless(found.isPresent(), "没有找到这个回执。"),
                        () -> Problems.unless(found.orElseThrow().decided() == null, "这件事已经有了处理结论，不能再撤回。"),
                        () -> Problems.optionalText("撤回原因", why, LONGEST_REASON))
                        .or(() -> {
                            withdraw(found.orElseThrow(), why);
                            return Optional.empty();
                        });
    }

    private void withdraw(Case it, String reason) {
        takeBack(it, Actor.REPORTER, "您撤回了这件事，工作人员不再办理。",
                reason.isEmpty() ? "反映人撤回案件。" : "反映人撤回案件：" + reason);
        children.open(it).stream().map(part -> effects.lock(part.id())).filter(part -> part.decided() == null)
                .forEach(part -> takeBack(part, Actor.SYSTEM, null, "原案件%s已由反映人撤回，本件随之撤回。".formatted(
                        it.caseNumber())));
    }

    private void takeBack(Case it, Actor who, @Nullable String publicText, String internalText) {
        it.withdraw("您撤回了反映的事项，案件不再办理。");
        it.touch(clock.instant());
        ends.closeLeft(it, null);
        ladder.leave(it);
        notices.tellHandler(it, "withdrawn#" + it.run(), "反映人已撤回案件，不用再办理。");
        history.write(it, "StartEvent_CaseWithdrawn", who, publicText, internalText);
        events.publishEvent(new CaseWithdrawn(it.id(), it.run()));
    }
}
