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
        this.grids = unique(plan.grids(), GridRow::code, GridRow::where, "grid");
        this.departments = unique(plan.departments(), DepartmentRow::code, DepartmentRow::where, "department");
        this.staff = unique(plan.staff(), StaffRow::login, StaffRow::where, "login");
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
                        "the %s %s is already in %s".formatted(what, key.apply(row), where.apply(first)));
            }
        }
        return found;
    }

    /** The same code means the same community in the same street, everywhere in the file. */
    private void namesOfPlaces() {
        var communities = new HashMap<String, String>();
        var streets = new HashMap<String, String>();
        for (var grid : plan.grids()) {
            var community = grid.community() + " in " + grid.streetCode();
            problems.check(community.equals(communities.computeIfAbsent(grid.communityCode(), code -> community)),
                    grid.where(), "the community " + grid.communityCode() + " has another name or street before");
            problems.check(grid.street().equals(streets.computeIfAbsent(grid.streetCode(), code -> grid.street())),
                    grid.where(), "the street " + grid.streetCode() + " has another name before");
        }
    }

    private void member(StaffRow member) {
        problems.check(LOGIN.matcher(member.login()).matches(), member.where(),
                "the login " + member.login() + " is not made of a-z, 0-9, dot, dash or underscore");
        known(member.grid(), grids.keySet(), member.where(), "grid");
        known(member.department(), departments.keySet(), member.where(), "department");
        known(member.community(), communities, member.where(), "community");
        known(member.street(), streets, member.where(), "street");
        role(member).ifPresentOrElse(role -> unitFitsRole(member, role),
                () -> problems.add(member.where(), "unknown role " + member.role()));
    }

    private static Optional<StaffRole> role(StaffRow member) {
        return Arrays.stream(StaffRole.values()).filter(role -> role.name().equals(member.role())).findFirst();
    }

    private void unitFitsRole(StaffRow member, StaffRole role) {
        unit(member, role, member.grid(), "grid", Set.of(StaffRole.LEADER, StaffRole.FULL_TIME, StaffRole.PART_TIME));
        unit(member, role, member.department(), "department", Set.of(StaffRole.PART_TIME, StaffRole.DEPARTMENT));
        unit(member, role, member.community(), "community", Set.of(StaffRole.COMMUNITY));
        unit(member, role, member.street(), "street", Set.of(StaffRole.STREET));
    }

    private void unit(StaffRow member, StaffRole role, @Nullable String code, String what, Set<StaffRole> needing) {
        var needs = needing.contains(role);
        problems.check(needs == (code != null), member.where(),
                "a " + role + (needs ? " needs a " : " has no ") + what);
    }

    private void known(@Nullable String code, Set<String> codes, String where, String what) {
        problems.check(code == null || codes.contains(code), where, "unknown " + what + " " + code);
    }

    private void everyPlaceHasItsPeople() {
        plan.grids().forEach(grid -> {
            exactlyOne(StaffRole.LEADER, grid);
            exactlyOne(StaffRole.FULL_TIME, grid);
        });
        plan.departments().forEach(department -> problems.check(
                count(StaffRole.DEPARTMENT, member -> department.code().equals(member.department())) > 0,
                department.where(), "the department " + department.code() + " has no DEPARTMENT handler"));
        for (var role : List.of(StaffRole.INTAKE, StaffRole.DISPATCHER, StaffRole.SUPERVISOR, StaffRole.ADMIN)) {
            problems.check(count(role, member -> true) > 0, "staff.csv", "the county has no " + role);
        }
    }

    private void exactlyOne(StaffRole role, GridRow grid) {
        var count = count(role, member -> grid.code().equals(member.grid()));
        problems.check(count == 1, grid.where(), "the grid %s has %d %s, not 1".formatted(grid.code(), count, role));
    }

    private long count(StaffRole role, Predicate<StaffRow> filter) {
        return plan.staff().stream().filter(member -> role.name().equals(member.role())).filter(filter).count();
    }

    private void posts() {
        unique(plan.posts(), post -> post.grid() + " " + post.post(), PostRow::where, "post");
        for (var post : plan.posts()) {
            known(post.grid(), grids.keySet(), post.where(), "grid");
            problems.check(Post.of(post.post()).isPresent(), post.where(), "unknown post " + post.post());
            known(post.login(), staff.keySet(), post.where(), "login");
            var holder = staff.get(post.login());
            problems.check(holder == null || post.grid().equals(holder.grid()), post.where(),
                    post.login() + " does not work in the grid " + post.grid());
        }
    }

    private void standIns() {
        for (var i = 0; i < plan.standIns().size(); i++) {
            var standIn = plan.standIns().get(i);
            known(standIn.absent(), staff.keySet(), standIn.where(), "login");
            known(standIn.standIn(), staff.keySet(), standIn.where(), "login");
            problems.check(!standIn.absent().equals(standIn.standIn()), standIn.where(),
                    "nobody stands in for oneself");
            if (daysAreGood(standIn)) {
                onlyOneADay(standIn, plan.standIns().subList(0, i));
            }
        }
    }

    private boolean daysAreGood(StandInRow standIn) {
        try {
            var fine = !LocalDate.parse(standIn.to()).isBefore(LocalDate.parse(standIn.from()));
            problems.check(fine, standIn.where(), "the last day is before the first");
            return fine;
        } catch (DateTimeException e) {
            problems.add(standIn.where(), "a day is not written as 2026-12-31");
            return false;
        }
    }

    // Days written as 2026-12-31 have the same order as their texts.
    private void onlyOneADay(StandInRow standIn, List<StandInRow> before) {
        before.stream()
                .filter(other -> other.absent().equals(standIn.absent()))
                .filter(other -> other.from().compareTo(standIn.to()) <= 0 && standIn.from().compareTo(other.to()) <= 0)
                .forEach(other -> problems.add(standIn.where(),
                        standIn.absent() + " already has a stand-in on these days in " + other.where()));
    }
}
