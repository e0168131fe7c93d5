package io.gridloop.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the reporter how a case ended, for some days after its closing. */
@Service
public class FollowingUp {

    /** Most characters of a comment. */
    public static final int LONGEST_TEXT = 200;

    private static final String ELEMENT = "EndEvent_CaseClosed";

    private final Receipts receipts;
    private final Ratings ratings;
    private final Reopening reopening;
    private final History history;
    private final Clock clock;

    FollowingUp(Receipts receipts, Ratings ratings, Reopening reopening, History history, Clock clock) {
        this.receipts = receipts;
        this.ratings = ratings;
        this.reopening = reopening;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Takes the reporter's word; the last one counts, the history keeps each. Who is dissatisfied may have the case
     * taken up again.
     *
     * @param receiptCode opens the case
     * @param grade name of a {@link Rating.Grade}
     * @param reason name of a {@link Rating.Reason}; needed with {@link Rating.Grade#DISSATISFIED}, else ignored
     * @param text at most {@link #LONGEST_TEXT} characters; may be empty
     * @param again whether the case shall be taken up again
     * @return what is wrong, in Chinese, and nothing is kept; empty when it was taken
     */
    @Transactional
    public Optional<String> answer(String receiptCode, String grade, String reason, String text, boolean again) {
        var found = receipts.lock(receiptCode);
        var said = rating(grade, reason, text.strip());
        return Problems.first(
                () -> Problems.unless(found.isPresent(), "没有找到这个回执。"),
                () -> Problems.unless(asked(found.orElseThrow()), "现在不能评价：案件没有结案，或者评价的时间已经过了。"),
                () -> problem(grade, reason, text.strip()),
                () -> again ? problemAgain(found.orElseThrow(), said.orElseThrow()) : Optional.empty())
                .or(() -> {
                    record(found.orElseThrow(), said.orElseThrow(), again);
                    return Optional.empty();
                });
    }

    /** The question, while it may be answered. */
    Optional<FollowUp> of(Case it) {
        return asked(it)
                ? Optional.of(new FollowUp(reopening.until(it), ratings.find(it).orElse(null), it.reopenable()))
                : Optional.empty();
    }

    private boolean asked(Case it) {
        return it.handledToTheEnd() && clock.instant().isBefore(reopening.until(it));
    }

    private static Optional<Rating> rating(String grade, String reason, String text) {
        return Rating.Grade.named(grade).map(it -> new Rating(it,
                it == Rating.Grade.DISSATISFIED ? Rating.Reason.named(reason).orElse(null) : null, text));
    }

    private static Optional<String> problem(String grade, String reason, String text) {
        return Problems.first(
                () -> Problems.unless(Rating.Grade.named(grade).isPresent(), "请选择满意、基本满意或不满意。"),
                () -> Problems.unless(!grade.equals(Rating.Grade.DISSATISFIED.name())
                        || Rating.Reason.named(reason).isPresent(), "请选择不满意的原因。"),
                () -> Problems.optionalText("补充说明", text, LONGEST_TEXT));
    }

    private static Optional<String> problemAgain(Case it, Rating rating) {
        return Problems.first(
                () -> Problems.unless(rating.grade() == Rating.Grade.DISSATISFIED, "选了“不满意”的，才能要求重新办理。"),
                () -> Problems.unless(it.reopenable(), Reopening.TOO_OFTEN));
    }

    private void record(Case it, Rating rating, boolean again) {
        if (ratings.find(it).filter(rating::equals).isEmpty()) {
            ratings.store(it, rating);
            history.write(it, ELEMENT, Actor.REPORTER, null, "反映人评价：" + rating.words());
        }
        if (again) {
            reopening.reopen(it, Actor.REPORTER, rating.words());
        }
    }
}
