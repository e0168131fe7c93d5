package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The county's dispatcher chooses the unit where the table cannot, and rules on a case that a unit gave back: another
 * unit gets it, or the first one keeps it (《济南市12345市民服务热线条例》; 《潍坊市12345政务服务便民热线条例》 article 22;
 * 《北京市接诉即办工作条例》 article 12). The ruling is the last word when the unit keeps it, when the case comes to a unit that had let go of it,
 * or when it was returned too often; then a reason is required.
 */
@Service
public class Assigning implements HumanStep {

    static final String TASK = "Task_AssignUnit";

    private static final int MOST_CO_HANDLERS = 8;
    /** The unit that gave the case back keeps it. */
    private static final String MAINTAIN = "maintain";

    private final Judging judging;
    private final History history;
    private final Actors actors;
    private final Territory territory;
    private final Units units;
    private final Returns returns;
    private final Rulings rulings;
    private final Notices notices;
    private final Clock clock;

    Assigning(Judging judging, History history, Actors actors, Territory territory, Units units, Returns returns,
            Rulings rulings, Notices notices, Clock clock) {
        this.judging = judging;
        this.history = history;
        this.actors = actors;
        this.territory = territory;
        this.units = units;
        this.returns = returns;
        this.rulings = rulings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Records {@code unit}, {@code coHandlers} (codes of departments), {@code reason} and, after a return, {@code ruling}
     * ({@code grant} or {@code maintain}; where it is missing, the unit tells). Returns {@code assignmentValid} and
     * {@code route}, or what is wrong.
     */
    @Transactional
    public Map<String, @Nullable Object> check(Step step, Answer answer) {
        return judging.judge(this, step, answer, it -> assign(step, it, unit(it, answer), answer));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public String variable() {
        return "assignment";
    }

    @Override
    public String form() {
        return "assignUnit";
    }

    @Override
    public String title() {
        return "指定承办单位";
    }

    @Override
    public Map<String, @Nullable Object> invalid(Case it, String problem) {
        return Results.of("assignmentValid", false, "formProblem", problem);
    }

    @Override
    public Optional<String> problem(Case it, Answer answer) {
        var unit = unit(it, answer);
        return Problems.first(
                () -> Problems.unless(units.known(unit), "请从列表中选择承办单位。"),
                () -> Problems.unless(!(answer.text("ruling").equals("grant") && keeps(it, unit)),
                        "同意退单的，请另选承办单位；仍派原单位的，请选“维持原派遣”并写明理由。"),
                () -> coHandlersProblem(unit, answer),
                () -> rulings.last(it, unit)
                        ? Problems.text("裁定理由", answer.text("reason"), 2, 500)
                        : Problems.optionalText("派遣说明", answer.text("reason"), 500));
    }

    private Optional<String> coHandlersProblem(String unit, Answer answer) {
        var chosen = answer.texts("coHandlers");
        return Problems.first(
                () -> Problems.unless(chosen.stream().allMatch(code -> territory.department(code).isPresent()),
                        "协办部门请从列表中选择。"),
                () -> Problems.unless(chosen.size() <= MOST_CO_HANDLERS, "协办部门最多%d个。".formatted(MOST_CO_HANDLERS)),
                () -> Problems.unless(!chosen.contains(unit), "承办单位不能同时是协办部门。"));
    }

    /** What was chosen; who maintains need not name the unit again. */
    private String unit(Case it, Answer answer) {
        return returns.open(it).filter(open -> answer.text("ruling").equals(MAINTAIN)).map(CaseReturn::unit)
                .orElseGet(() -> answer.text("unit"));
    }

    private boolean keeps(Case it, String unit) {
        return returns.open(it).filter(open -> units.same(open.unit(), unit)).isPresent();
    }

    private Map<String, @Nullable Object> assign(Step step, Case it, String unit, Answer answer) {
        var reason = answer.text("reason");
        var who = actors.of(it, TASK);
        var open = returns.open(it);
        boolean last = rulings.last(it, unit);
        if (last && !keeps(it, unit) && rulings.had(it, unit)) {
            it.markBlameLoop(clock.instant());
        }
        it.assign();
        history.write(it, step.element(), who, null, "%s%s。%s".formatted(
                open.map(each -> words(it, unit)).orElse("人工派遣给" + units.label(unit)), last ? "，裁定后不能再退单" : "",
                reason));
        open.ifPresent(each -> rule(it, each, who, unit, reason, last));
        return Results.of("assignmentValid", true, "formProblem", null, "assignment", null, "route",
                route(Unit.of(unit), answer.texts("coHandlers")));
    }

    private String words(Case it, String unit) {
        return keeps(it, unit)
                ? "维持原派遣，仍由%s办理".formatted(units.label(unit))
                : "改派%s".formatted(units.label(unit));
    }

    private void rule(Case it, CaseReturn open, Actor who, String unit, String reason, boolean last) {
        var ruling = keeps(it, unit) ? Ruling.MAINTAINED : Ruling.GRANTED;
        returns.rule(open, ruling, who.login(), reason, unit, last);
        if (open.person() != null) {
            notices.tell(it, open.person(), "ruling#" + open.id(), told(it, open, unit, reason));
        }
    }

    private String told(Case it, CaseReturn open, String unit, String reason) {
        return "您%s的案件%s：县派遣员%s。%s".formatted(open.kind().label(), it.caseNumber(), words(it, unit),
                Masking.mask(reason));
    }

    private static Map<String, @Nullable Object> route(Unit unit, List<String> coHandlers) {
        return Results.of("level", unit.level(), "post", "", "lead", unit.lead(), "coHandlers",
                String.join(",", coHandlers), "ruleCode", "manual");
    }
}
