package io.gridloop.cases;

import io.gridloop.territory.Person;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what follows on each answer to a task, and who does it. */
@Component
class NextSteps {

    private final Territory territory;
    private final Verifiers verifiers;
    private final Times times;

    NextSteps(Territory territory, Verifiers verifiers, Times times) {
        this.territory = territory;
        this.verifiers = verifiers;
        this.times = times;
    }

    /** In Chinese, the usual way first. */
    List<String> after(Case it, TaskView task) {
        return switch (task.element()) {
            case "Task_ClassifyCase" -> List.of("下一步：受理案件，由所选网格的网格长办理。");
            case "Task_AcceptCase" -> List.of(
                    "下一步：受理的，系统按规则派给承办人并开始计时；没有对口部门的，由" + name(territory.dispatcher()) + "指定承办单位。",
                    "其他意见：案件结案并告知反映人（当场办结的抽查，由办理人以外的人核查；紧急险情同时提醒县派遣员）。");
            case "Task_AssignUnit" -> List.of("下一步：办理案件，由所选单位的承办人办理，并开始计时；派给部门的，先签收。",
                    "维持原派遣、派给退过单的单位，或退单过多后的派遣，即为裁定，不能再退单。");
            case SigningFor.TASK -> List.of("下一步：办理案件，由您办理；时限已在计算。", "退单的，由" + name(territory.dispatcher())
                    + "裁定。逾期未签收的，系统自动签收。");
            case "Task_HandleCase" -> List.of("下一步：核查案件，由" + name(verifiers.verifier(it)) + "办理。",
                    "退回的，由" + name(territory.dispatcher()) + "裁定：改派，或维持原派遣。",
                    "上报的，按规则由上一级或县里办理，原时限继续计算。");
            case "Task_InspectCase" -> List.of("下一步：核查案件，由" + name(verifiers.verifier(it)) + "看过您的核查结果后作结论。");
            case "Task_VerifyCase" -> List.of("下一步：通过、解释说明或无法解决的，案件结案并告知反映人。",
                    "独立核查的，由" + name(verifiers.inspector(it)) + "到现场核查，再回到您这里。",
                    "返工的，由" + handler(it).orElse("按规则派到的承办人") + "重新办理。");
            case "Task_SuperviseOverdue" -> List.of("下一步：由" + handler(it).orElse("承办人") + "继续办理，办结前任务留在督办。");
            case Assisting.TASK -> List.of(own(task, "协办时限"),
                    "下一步：由" + handler(it).orElse("主办人") + "汇总办结；主办先办结的，没有反馈的协办会记录在案。");
            case ReportingIn.TASK -> List.of(own(task, "报到时限"), "下一步：由吹哨人认定谁到了场。");
            case ClosingWhistle.TASK -> List.of("下一步：吹哨结束，案件继续由" + handler(it).orElse("承办人") + "办理。");
            default -> List.of();
        };
    }

    private String own(TaskView task, String label) {
        var dueAt = task.dueAt();
        return dueAt == null ? label + "：案件挂账，暂不计时。" : label + "：至" + times.words(dueAt) + "。";
    }

    private Optional<String> handler(Case it) {
        return Optional.ofNullable(it.handlerLogin()).flatMap(territory::person).map(NextSteps::name);
    }

    private static String name(Person person) {
        return Actor.describe(person);
    }
}
