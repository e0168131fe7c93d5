package io.gridloop.territory;

import static java.util.stream.Collectors.toSet;

import io.gridloop.territory.CountyPlan.DepartmentRow;
import io.gridloop.territory.CountyPlan.GridRow;
import io.gridloop.territory.CountyPlan.PostRow;
import io.gridloop.territory.CountyPlan.StaffRow;
import io.gridloop.territory.CountyPlan.StandInRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the files of a county fit together. */
final class CountyCheck {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    private final CountyPlan plan;
    private final Problems problems = new Problems();
    private final Map<String, GridRow> grids;
    private final Map<String, DepartmentRow> departments;
    private final Map<String, StaffRow> staff;
    private final Set<String> communities;
    private final Set<String> streets;

    private CountyCheck(CountyPlan plan) {
        this.plan = plan;
        this.grids = unique(plan.grids(), GridRow::code, GridRow::where, "网格");
        this.departments = unique(plan.departments(), DepartmentRow::code, DepartmentRow::where, "部门");
        this.staff = unique(plan.staff(), StaffRow::login, StaffRow::where, "登录名");
        this.communities = plan.grids().stream().map(GridRow::communityCode).collect(toSet());
        this.streets = plan.grids().stream().map(GridRow::streetCode).collect(toSet());
    }

    /** @throws InvalidCounty when they do not; the message lists all of it */
    static void check(CountyPlan plan) {
        var check = new CountyCheck(plan);
        AreaCheck.check(plan, check.problems);
        check.namesOfPlaces();
        plan.staff().forEach(check::member);
        check.everyPlaceHasItsPeople();
        check.posts();
        check.standIns();
        check.problems.refuseIfAny();
    }

    private <T> Map<String, T> unique(List<T> rows, Function<T, String> key, Function<T, String> where, String what) {
        var found = new HashMap<String, T>();
        for (var row : rows) {
            var first = found.putIfAbsent(key.apply(row), row);
            if (first != null) {
                problems.add(where.apply(row),
                        "%s %s 已在 %s 出现过".formatted(what, key.apply(row), where.apply(first)));
            }
        }
        return found;
    }

    /** The same code means the same community in the same street, everywhere in the file. */
    private void namesOfPlaces() {
        var communities = new HashMap<String, String>();
        var streets = new HashMap<String, String>();
        for (var grid : plan.grids()) {
            var community = grid.community() + " " + grid.streetCode();
            problems.check(community.equals(communities.computeIfAbsent(grid.communityCode(), code -> community)),
                    grid.where(), "社区 " + grid.communityCode() + " 的名称或所属街道与前面不一致");
            problems.check(grid.street().equals(streets.computeIfAbsent(grid.streetCode(), code -> grid.street())),
                    grid.where(), "街道 " + grid.streetCode() + " 的名称与前面不一致");
        }
    }

    private void member(StaffRow member) {
        problems.check(LOGIN.matcher(member.login()).matches(), member.where(),
                "登录名 " + member.login() + " 只能由小写字母、数字、点、横线和下划线组成，以字母开头");
        known(member.grid(), grids.keySet(), member.where(), "网格");
        known(member.department(), departments.keySet(), member.where(), "部门");
        known(member.community(), communities, member.where(), "社区");
        known(member.street(), streets, member.where(), "街道");
        role(member).ifPresentOrElse(role -> unitFitsRole(member, role),
                () -> problems.add(member.where(), "没有角色 " + member.role()));
    }

    private static Optional<StaffRole> role(StaffRow member) {
        return Arrays.stream(StaffRole.values()).filter(role -> role.name().equals(member.role())).findFirst();
    }

    private void unitFitsRole(StaffRow member, StaffRole role) {
        unit(member, role, member.grid(), "网格", Set.of(StaffRole.LEADER, StaffRole.FULL_TIME, StaffRole.PART_TIME));
        unit(member, role, member.department(), "部门", Set.of(StaffRole.PART_TIME, StaffRole.DEPARTMENT));
        unit(member, role, member.community(), "社区", Set.of(StaffRole.COMMUNITY));
        unit(member, role, member.street(), "街道", Set.of(StaffRole.STREET));
    }

    private void unit(StaffRow member, StaffRole role, @Nullable String code, String what, Set<StaffRole> needing) {
        var needs = needing.contains(role);
        problems.check(needs == (code != null), member.where(),
                role + (needs ? " 须填写" : " 不应填写") + what);
    }

    private void known(@Nullable String code, Set<String> codes, String where, String what) {
        problems.check(code == null || codes.contains(code), where, "没有" + what + " " + code);
    }

    private void everyPlaceHasItsPeople() {
        plan.grids().forEach(grid -> {
            exactlyOne(StaffRole.LEADER, grid);
            exactlyOne(StaffRole.FULL_TIME, grid);
        });
        plan.departments().forEach(department -> problems.check(
                count(StaffRole.DEPARTMENT, member -> department.code().equals(member.department())) > 0,
                department.where(), "部门 " + department.code() + " 没有承办人（DEPARTMENT）"));
        for (var role : List.of(StaffRole.INTAKE, StaffRole.DISPATCHER, StaffRole.SUPERVISOR, StaffRole.ADMIN)) {
            problems.check(count(role, member -> true) > 0, "staff.csv", "全县没有 " + role);
        }
    }

    private void exactlyOne(StaffRole role, GridRow grid) {
        var count = count(role, member -> grid.code().equals(member.grid()));
        problems.check(count == 1, grid.where(), "网格 %s 有%d名 %s，应为1名".formatted(grid.code(), count, role));
    }

    private long count(StaffRole role, Predicate<StaffRow> filter) {
        return plan.staff().stream().filter(member -> role.name().equals(member.role())).filter(filter).count();
    }

    private void posts() {
        unique(plan.posts(), post -> post.grid() + " " + post.post(), PostRow::where, "岗位");
        for (var post : plan.posts()) {
            known(post.grid(), grids.keySet(), post.where(), "网格");
            problems.check(Post.of(post.post()).isPresent(), post.where(), "没有岗位 " + post.post());
            known(post.login(), staff.keySet(), post.where(), "登录名");
            var holder = staff.get(post.login());
            problems.check(holder == null || post.grid().equals(holder.grid()), post.where(),
                    post.login() + " 不在网格 " + post.grid() + " 工作");
        }
    }

    private void standIns() {
        for (var i = 0; i < plan.standIns().size(); i++) {
            var standIn = plan.standIns().get(i);
            known(standIn.absent(), staff.keySet(), standIn.where(), "登录名");
            known(standIn.standIn(), staff.keySet(), standIn.where(), "登录名");
            problems.check(!standIn.absent().equals(standIn.standIn()), standIn.where(),
                    "代理人不能是本人");
            if (daysAreGood(standIn)) {
                onlyOneADay(standIn, plan.standIns().subList(0, i));
            }
        }
    }

    private boolean daysAreGood(StandInRow standIn) {
        try {
            var fine = !LocalDate.parse(standIn.to()).isBefore(LocalDate.parse(standIn.from()));
            problems.check(fine, standIn.where(), "结束日期早于开始日期");
            return fine;
        } catch (DateTimeException e) {
            problems.add(standIn.where(), "日期应写成 2026-12-31 的样子");
            return false;
        }
    }

    // Days written as 2026-12-31 have the same order as their texts.
    private void onlyOneADay(StandInRow standIn, List<StandInRow> before) {
        before.stream()
                .filter(other -> other.absent().equals(standIn.absent()))
                .filter(other -> other.from().compareTo(standIn.to()) <= 0 && standIn.from().compareTo(other.to()) <= 0)
                .forEach(other -> problems.add(standIn.where(),
                        standIn.absent() + " 在这些天已有代理人，见 " + other.where()));
    }
}
