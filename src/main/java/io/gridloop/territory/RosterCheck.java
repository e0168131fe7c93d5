package io.gridloop.territory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.gridloop.territory.Moves.StandInEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a roster is that of a county that works: the same rules as for the files of a county. */
final class RosterCheck {

    private static final List<StaffRole> CENTRE = List.of(StaffRole.INTAKE, StaffRole.DISPATCHER, StaffRole.SUPERVISOR,
            StaffRole.ADMIN);

    private final Roster roster;
    private final CountyMap map;
    private final List<String> problems = new ArrayList<>();

    private RosterCheck(Roster roster, CountyMap map) {
        this.roster = roster;
        this.map = map;
    }

    /** What is wrong, in Chinese; nothing when the county works. */
    static List<String> problems(Roster roster, CountyMap map) {
        var check = new RosterCheck(roster, map);
        roster.members().values().forEach(check::seat);
        check.everyPlaceHasItsPeople();
        check.posts();
        check.standIns();
        return check.problems;
    }

    private void seat(Roster.Member member) {
        var seat = member.seat();
        var role = seat.role();
        unit(member, seat.grid(), Set.of(StaffRole.LEADER, StaffRole.FULL_TIME, StaffRole.PART_TIME), "网格",
                map.grid(String.valueOf(seat.grid())).isPresent());
        unit(member, seat.department(), Set.of(StaffRole.PART_TIME, StaffRole.DEPARTMENT), "部门",
                inForce(seat.department()));
        unit(member, seat.community(), Set.of(StaffRole.COMMUNITY), "社区", map.knowsCommunity(seat.community()));
        unit(member, seat.street(), Set.of(StaffRole.STREET), "街道", map.knowsStreet(seat.street()));
    }

    private boolean inForce(@Nullable String department) {
        return department != null && roster.departmentsInForce().contains(department);
    }

    private void unit(Roster.Member member, @Nullable String code, Set<StaffRole> needing, String what,
            boolean known) {
        var role = member.seat().role();
        if (needing.contains(role) != (code != null)) {
            problems.add("%s（%s）%s%s，请%s。".formatted(member.name(), role.label(), code == null ? "没有" : "不能有", what,
                    code == null ? "选择" : "留空"));
        } else if (code != null && !known) {
            problems.add("没有代码为%s的%s，请从列表中选择。".formatted(code, what));
        }
    }

    private void everyPlaceHasItsPeople() {
        var filled = roster.members().values().stream().map(Roster.Member::seat).filter(Seat::onlyOne)
                .collect(groupingBy(seat -> seat, counting()));
        for (var grid : map.grids()) {
            for (var role : List.of(StaffRole.LEADER, StaffRole.FULL_TIME)) {
                var count = filled.getOrDefault(Seat.inGrid(role, grid.code()), 0L);
                problem(count == 0, "%s将没有%s，请指定接任人。".formatted(grid.label(), role.label()));
                problem(count > 1, "%s将有%d名%s，只能有1名。".formatted(grid.label(), count, role.label()));
            }
        }
        for (var code : roster.departmentsInForce()) {
            problem(roster.at(new Seat(StaffRole.DEPARTMENT, null, code, null, null)::equals).findAny().isEmpty(),
                    "%s将没有部门承办人，请指定接任人。".formatted(roster.department(code).name()));
        }
        CENTRE.forEach(role -> problem(roster.at(seat -> seat.role() == role).findAny().isEmpty(),
                "全县将没有%s，请指定接任人。".formatted(role.label())));
    }

    private void posts() {
        roster.posts().forEach((post, login) -> problem(!roster.works(login, post.gridCode()),
                "%s的%s由%s担任，但此人不在这个网格工作。".formatted(label(post.gridCode()), post.post().label(), login)));
    }

    private void standIns() {
        for (var entry : roster.standIns().values()) {
            roster.member(entry.absent());
            roster.member(entry.standIn());
            problem(roster.standIns().values().stream().anyMatch(other -> together(entry, other)),
                    "%s在%s至%s之间已经有代理人，请先结束原来的代理。".formatted(roster.member(entry.absent()).name(), entry.from(),
                            entry.to()));
        }
    }

    private static boolean together(StandInEntry one, StandInEntry other) {
        return one.id() != other.id() && one.absent().equals(other.absent()) && !one.from().isAfter(other.to())
                && !other.from().isAfter(one.to());
    }

    private String label(String grid) {
        return map.grid(Objects.requireNonNull(grid)).map(GridRef::label).orElse(grid);
    }

    private void problem(boolean wrong, String text) {
        if (wrong) {
            problems.add(text);
        }
    }
}
