package io.gridloop.cases;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When a word of the dispatcher is the last one. Disputes of dispatch are ruled on, and after the ruling nobody gives
 * the case back again: 《北京市接诉即办工作条例》 article 12, 《潍坊市12345政务服务便民热线条例》 article 22. How many returns make a
 * blame loop (推诿) is a sample: 样例，待县里核定.
 */
@Component
class Rulings {

    private final Returns returns;
    private final Units units;
    private final Actors actors;
    private final Times times;
    private final CasesProperties properties;

    Rulings(Returns returns, Units units, Actors actors, Times times, CasesProperties properties) {
        this.returns = returns;
        this.units = units;
        this.actors = actors;
        this.times = times;
        this.properties = properties;
    }

    /** Whether it was returned so often in this run that the next assignment is the last one. */
    boolean due(Case it) {
        return returns.of(it).stream().filter(each -> each.kind() == ReturnKind.RETURNED).count() > properties
                .mostReturns();
    }

    /** Whether a unit had the case in this run and let go of it. */
    boolean had(Case it, String unit) {
        return returns.of(it).stream().anyMatch(each -> units.same(each.unit(), unit));
    }

    /** Whether the case may not be given back any more after it is given to this unit. */
    boolean last(Case it, String unit) {
        return due(it) || had(it, unit);
    }

    /** Why nobody may give the case back or report it up any more, in Chinese; empty when they may. */
    Optional<String> refusal(Case it) {
        return returns.of(it).stream().filter(CaseReturn::last).findFirst().map(this::words);
    }

    private String words(CaseReturn it) {
        var at = it.ruledAt() == null ? "" : times.words(it.ruledAt());
        var what = it.ruling() == Ruling.MAINTAINED
                ? Ruling.MAINTAINED.label()
                : "由" + units.label(
                        String.valueOf(it.ruledTo())) + "办理";
        return "%s已于%s裁定%s（理由：%s）。裁定后不能再退单或上报，请办理。".formatted(actors.named(it.ruledBy()).name(), at, what,
                it.rulingReason());
    }
}
