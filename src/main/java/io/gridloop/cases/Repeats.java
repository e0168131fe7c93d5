package io.gridloop.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which ended case may be named as the first of a repeated complaint: the same matter without a new fact is told the
 * outcome and not handled again (北京市接诉即办工作条例第11条第3项, 济南市12345市民服务热线条例第25条).
 */
@Component
class Repeats {

    private final NamedCases named;
    private final Ratings ratings;
    private final Times times;
    private final CasesProperties properties;
    private final Clock clock;

    Repeats(NamedCases named, Ratings ratings, Times times, CasesProperties properties, Clock clock) {
        this.named = named;
        this.ratings = ratings;
        this.times = times;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why this number cannot be the first of a repeated complaint; nothing when it can. */
    Optional<String> problem(Case it, String typed) {
        return named.problem(it, typed, "首次案件").or(() -> problemAsFirst(named.root(typed)));
    }

    /** The first case; only for a number without a problem. */
    Case first(String typed) {
        return named.root(typed);
    }

    /** What its reporter is told: number, day and outcome of the first. */
    String told(Case first) {
        return "您反映的事项与案件%s是同一件事，那一件已于%s结案，结果：%s。没有新的事实和理由，不再重复办理；有新情况的，请写明新情况后重新上报。".formatted(
                first.caseNumber(), times.day(closedAt(first)), Objects.requireNonNull(first.resolution()).label());
    }

    private Optional<String> problemAsFirst(Case it) {
        var number = it.caseNumber();
        return Problems.first(
                () -> Problems.unless(it.state() == CaseState.CLOSED,
                        "案件%s还没有结案，不是重复诉求；是同一件事的，请选“重复件”。".formatted(number)),
                () -> Problems.unless(!it.withdrawn(), "案件%s已由反映人撤回，没有办理结果，请按新案件受理。".formatted(number)),
                () -> Problems.unless(clock.instant().isBefore(closedAt(it).plus(properties.repeatWindow())),
                        "案件%s结案已超过%d天，请按新案件受理。".formatted(number, properties.repeatWindow().toDays())),
                () -> Problems.unless(!contested(it), "案件%s以“无法解决”结案，反映人表示不满意，不能按重复诉求办结。".formatted(number)));
    }

    /** The reporter of what could not be solved did not accept it: repeating it is an objection, not a repetition. */
    private boolean contested(Case it) {
        return it.resolution() == Resolution.UNABLE
                && ratings.find(it).filter(rating -> rating.grade() == Rating.Grade.DISSATISFIED).isPresent();
    }

    private static Instant closedAt(Case it) {
        return Objects.requireNonNull(it.closedAt());
    }
}
