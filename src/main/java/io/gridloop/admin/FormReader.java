package io.gridloop.admin;

import static io.gridloop.admin.ChangeForm.tidy;

import io.gridloop.territory.CountyChange;
import io.gridloop.territory.Person;
import io.gridloop.territory.Post;
import io.gridloop.territory.Seat;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what was typed to the change that is wished for. */
@Component
class FormReader {

    private static final Set<StaffRole> IN_GRID = Set.of(StaffRole.LEADER, StaffRole.FULL_TIME, StaffRole.PART_TIME);
    private static final Set<StaffRole> OF_DEPARTMENT = Set.of(StaffRole.PART_TIME, StaffRole.DEPARTMENT);

    private final Territory territory;

    FormReader(Territory territory) {
        this.territory = territory;
    }

    /**
     * @param password for somebody new
     * @throws FormProblem when something is missing or is not known
     */
    CountyChange read(FormKind kind, ChangeForm form, String password) {
        return switch (kind) {
            case JOIN -> new CountyChange.Join(required("登录名", form.login()), required("姓名", form.name()), seat(form),
                    password, "true".equals(form.replaces()));
            case LEAVE -> new CountyChange.Leave(tidy(form.login()), optionalPerson("接任人", form.successor()));
            case TRANSFER -> new CountyChange.Transfer(tidy(form.login()), seat(form),
                    optionalPerson("接任人", form.successor()));
            case NAME -> new CountyChange.CorrectName(tidy(form.login()), required("姓名", form.name()));
            case STAND_IN -> new CountyChange.BeginStandIn(tidy(form.login()), person("代理人", form.standIn()),
                    day("开始日期", form.from()), day("结束日期", form.to()), required("代理原因", form.reason()));
            case END_STAND_IN -> new CountyChange.EndStandIn(number(form));
            case RENAME -> new CountyChange.RenameDepartment(tidy(form.code()), required("部门名称", form.name()),
                    required("部门职责", form.duties()));
            case MERGE -> new CountyChange.MergeDepartment(tidy(form.code()), required("并入的部门", form.into()));
            case POST -> new CountyChange.GivePost(tidy(form.grid()), post(form), person("任岗人", form.login()));
            case UNDO -> new CountyChange.Undo(number(form));
        };
    }

    // Fields that a role does not need are hidden on the page, so what they hold does not count.
    private static Seat seat(ChangeForm form) {
        var role = Arrays.stream(StaffRole.values()).filter(it -> it.name().equals(form.role())).findFirst()
                .orElseThrow(() -> new FormProblem("请选择角色。"));
        return new Seat(role, IN_GRID.contains(role) ? required("网格", form.grid()) : null,
                OF_DEPARTMENT.contains(role) ? required("部门", form.department()) : null,
                role == StaffRole.COMMUNITY ? required("社区", form.community()) : null,
                role == StaffRole.STREET ? required("街道", form.street()) : null);
    }

    private static String required(String label, @Nullable String typed) {
        if (tidy(typed).isEmpty()) {
            throw new FormProblem("请填写" + label + "。");
        }
        return tidy(typed);
    }

    private @Nullable String optionalPerson(String label, @Nullable String typed) {
        return tidy(typed).isEmpty() ? null : person(label, typed);
    }

    /** A login, or a name that only one person has. */
    private String person(String label, @Nullable String typed) {
        var wanted = required(label, typed);
        var people = territory.people();
        if (people.stream().map(Person::login).anyMatch(wanted::equals)) {
            return wanted;
        }
        var named = people.stream().filter(person -> person.name().equals(wanted)).toList();
        if (named.size() > 1) {
            throw new FormProblem("有%d位%s，请填写%s的登录名。".formatted(named.size(), wanted, label));
        }
        return named.stream().map(Person::login).findFirst().orElseThrow(
                () -> new FormProblem("没有叫“%s”的在岗人员，请从列表中选择%s。".formatted(wanted, label)));
    }

    private static LocalDate day(String label, @Nullable String typed) {
        try {
            return LocalDate.parse(required(label, typed));
        } catch (DateTimeParseException e) {
            throw new FormProblem(label + "请按 年-月-日 填写，例如 2026-12-31。");
        }
    }

    private static Post post(ChangeForm form) {
        return Post.of(tidy(form.post())).orElseThrow(() -> new FormProblem("请选择岗位。"));
    }

    private static long number(ChangeForm form) {
        return Optional.of(tidy(form.number())).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf)
                .orElseThrow(() -> new FormProblem("没有这条记录。"));
    }
}
