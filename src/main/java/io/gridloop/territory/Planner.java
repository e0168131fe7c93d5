package io.gridloop.territory;

import io.gridloop.territory.CountyChange.BeginStandIn;
import io.gridloop.territory.CountyChange.CorrectName;
import io.gridloop.territory.CountyChange.EndStandIn;
import io.gridloop.territory.CountyChange.GivePost;
import io.gridloop.territory.CountyChange.Join;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.MergeDepartment;
import io.gridloop.territory.CountyChange.RenameDepartment;
import io.gridloop.territory.CountyChange.Transfer;
import io.gridloop.territory.Moves.DepartmentEntry;
import io.gridloop.territory.Moves.DepartmentMove;
import io.gridloop.territory.Moves.NameMove;
import io.gridloop.territory.Moves.PostMove;
import io.gridloop.territory.Moves.SeatMove;
import io.gridloop.territory.Moves.StandInEntry;
import io.gridloop.territory.Moves.StandInMove;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a wish means for the roster: pure, it reads nothing and stores nothing. */
final class Planner {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

    private final Roster roster;
    private final LocalDate today;

    Planner(Roster roster, LocalDate today) {
        this.roster = roster;
        this.today = today;
    }

    /**
     * @param freshId an id for a new stand-in
     * @throws ChangeRefused when the wish cannot be fulfilled
     */
    Moves plan(CountyChange change, long freshId) {
        return roster.withConsequences(switch (change) {
            case Join it -> join(it);
            case Leave it -> leave(it);
            case Transfer it -> transfer(it);
            case CorrectName it -> correctName(it);
            case BeginStandIn it -> beginStandIn(it, freshId);
            case EndStandIn it -> endStandIn(it);
            case RenameDepartment it -> renameDepartment(it);
            case MergeDepartment it -> mergeDepartment(it);
            case GivePost it -> givePost(it);
            case CountyChange.Undo it -> throw new IllegalArgumentException("An earlier change is not planned anew");
        });
    }

    private Moves join(Join it) {
        ChangeRefused.unless(LOGIN.matcher(it.login()).matches(), "登录名由小写字母开头，只含小写字母、数字、点、横线和下划线，2到64个字符。");
        name(it.name());
        ChangeRefused.unless(it.password().length() >= 8 && it.password().length() <= 64, "初始密码需要8到64个字符。");
        var moves = new ArrayList<SeatMove>();
        roster.holder(it.seat()).ifPresent(present -> {
            ChangeRefused.unless(it.replaces(), "这个位置现由%s（%s）担任。如由新人接替，请勾选“接替现任”。"
                    .formatted(present.name(), present.login()));
            moves.add(new SeatMove(present.login(), present.name(), present.seat(), null));
        });
        moves.add(new SeatMove(it.login(), it.name().strip(), null, it.seat()));
        return Moves.ofSeats(moves);
    }

    private Moves leave(Leave it) {
        var leaver = roster.member(it.login());
        var moves = new ArrayList<>(List.of(new SeatMove(leaver.login(), leaver.name(), leaver.seat(), null)));
        successor(leaver, it.successor()).ifPresent(moves::add);
        return Moves.ofSeats(moves);
    }

    private Moves transfer(Transfer it) {
        var member = roster.member(it.login());
        ChangeRefused.unless(!member.seat().equals(it.seat()), "%s已经在这个位置，没有变动。".formatted(member.name()));
        var moves = new ArrayList<>(List.of(new SeatMove(member.login(), member.name(), member.seat(), it.seat())));
        var swapped = roster.holder(it.seat());
        if (swapped.isPresent()) {
            ChangeRefused.unless(it.successor() == null || it.successor().equals(swapped.get().login()),
                    "这次调动是与%s对调，不用再指定接任人。".formatted(swapped.get().name()));
            moves.add(new SeatMove(swapped.get().login(), swapped.get().name(), it.seat(), member.seat()));
        } else {
            successor(member, it.successor()).ifPresent(moves::add);
        }
        return Moves.ofSeats(moves);
    }

    private Optional<SeatMove> successor(Roster.Member leaver, @Nullable String login) {
        return Optional.ofNullable(login).map(roster::member).map(heir -> {
            ChangeRefused.unless(!heir.equals(leaver), "接任人不能是本人，请另选一人。");
            ChangeRefused.unless(!heir.seat().equals(leaver.seat()), "%s已经在同一位置，不用指定为接任人。".formatted(heir.name()));
            return new SeatMove(heir.login(), heir.name(), heir.seat(), leaver.seat());
        });
    }

    private Moves correctName(CorrectName it) {
        var member = roster.member(it.login());
        name(it.name());
        ChangeRefused.unless(!member.name().equals(it.name().strip()), "姓名没有变化。");
        return Moves.ofName(new NameMove(it.login(), member.name(), it.name().strip()));
    }

    private static void name(String name) {
        var length = name.strip().codePointCount(0, name.strip().length());
        ChangeRefused.unless(length >= 2 && length <= 30 && name.codePoints().noneMatch(Character::isISOControl),
                "请填写姓名，2到30个字。");
    }

    private Moves beginStandIn(BeginStandIn it, long id) {
        var absent = roster.member(it.absent());
        roster.member(it.standIn());
        ChangeRefused.unless(!it.absent().equals(it.standIn()), "代理人不能是本人，请另选一人。");
        ChangeRefused.unless(!it.to().isBefore(it.from()), "结束日期不能早于开始日期。");
        ChangeRefused.unless(!it.to().isBefore(today), "结束日期已经过去，请填写今天或以后的日期。");
        ChangeRefused.unless(!it.to().isAfter(it.from().plusYears(1)), "一次代理最长一年。");
        var reason = it.reason().strip();
        ChangeRefused.unless(reason.length() >= 2 && reason.length() <= 200
                && reason.codePoints().noneMatch(Character::isISOControl), "请填写代理原因，2到200个字。");
        var entry = new StandInEntry(id, it.absent(), it.standIn(), it.from(), it.to(), reason);
        noCircle(entry, absent.name());
        return Moves.ofStandIn(new StandInMove(entry, true));
    }

    // A circle on any day begins on the first day of one of its stand-ins.
    private void noCircle(StandInEntry entry, String name) {
        Stream.concat(Stream.of(entry.from()), roster.standIns().values().stream().map(StandInEntry::from))
                .filter(day -> covers(entry, day))
                .forEach(day -> ChangeRefused.unless(!leadsBack(entry, day),
                        "%s在%s又由%s代理，代理关系成了一圈，请另选一人。".formatted(
                                roster.member(entry.standIn()).name(), day, name)));
    }

    private boolean leadsBack(StandInEntry entry, LocalDate day) {
        var seen = new HashSet<String>();
        for (var login = entry.standIn(); login != null && seen.add(login); login = replacement(login, day)) {
            if (login.equals(entry.absent())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String replacement(String login, LocalDate day) {
        return roster.standIns().values().stream().filter(it -> it.absent().equals(login) && covers(it, day))
                .map(StandInEntry::standIn).findFirst().orElse(null);
    }

    private static boolean covers(StandInEntry entry, LocalDate day) {
        return !day.isBefore(entry.from()) && !day.isAfter(entry.to());
    }

    private Moves endStandIn(EndStandIn it) {
        return Optional.ofNullable(roster.standIns().get(it.id()))
                .map(entry -> Moves.ofStandIn(new StandInMove(entry, false)))
                .orElseThrow(() -> new ChangeRefused("这条代理已经结束，没有变动。"));
    }

    private Moves renameDepartment(RenameDepartment it) {
        var before = roster.department(it.code());
        var name = it.name().strip();
        ChangeRefused.unless(name.length() >= 2 && name.length() <= 60, "请填写部门名称，2到60个字。");
        var duties = it.duties().strip();
        ChangeRefused.unless(duties.length() >= 2 && duties.length() <= 500, "请填写部门职责，2到500个字。");
        ChangeRefused.unless((name + duties).codePoints().noneMatch(Character::isISOControl), "名称和职责写在一行里，不能换行。");
        ChangeRefused.unless(roster.departmentsInForce().stream().noneMatch(
                code -> !code.equals(it.code()) && roster.department(code).name().equals(name)),
                "已经有名为%s的部门。如果两个部门合并，请用“并入”。".formatted(name));
        var after = new DepartmentEntry(name, duties, null);
        ChangeRefused.unless(!after.equals(before), "名称和职责都没有变化。");
        return Moves.ofDepartment(new DepartmentMove(it.code(), before, after), List.of());
    }

    private Moves mergeDepartment(MergeDepartment it) {
        var before = roster.department(it.code());
        roster.department(it.into());
        ChangeRefused.unless(!it.code().equals(it.into()), "部门不能并入自己，请选择另一个部门。");
        var people = roster.at(seat -> it.code().equals(seat.department()))
                .map(member -> new SeatMove(member.login(), member.name(), member.seat(),
                        member.seat().inDepartment(it.into())))
                .toList();
        return Moves.ofDepartment(new DepartmentMove(it.code(), before,
                new DepartmentEntry(before.name(), before.duties(), it.into())), people);
    }

    private Moves givePost(GivePost it) {
        var holder = roster.member(it.login());
        ChangeRefused.unless(it.grid().equals(holder.seat().grid()), "%s不在这个网格工作，不能担任这个岗位。".formatted(holder.name()));
        var before = roster.posts().get(new PostHolder.Key(it.grid(), it.post()));
        ChangeRefused.unless(!Objects.equals(before, it.login()), "%s已经担任这个岗位，没有变动。".formatted(holder.name()));
        return Moves.ofPost(new PostMove(it.grid(), it.post(), before, it.login()));
    }
}
