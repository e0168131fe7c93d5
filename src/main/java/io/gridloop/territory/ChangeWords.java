package io.gridloop.territory;

import io.gridloop.territory.Moves.DepartmentMove;
import io.gridloop.territory.Moves.PostMove;
import io.gridloop.territory.Moves.SeatMove;
import io.gridloop.territory.Moves.StandInMove;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change does, in Chinese sentences. */
final class ChangeWords {

    private final Roster before;
    private final Roster after;
    private final CountyMap map;

    ChangeWords(Roster before, Roster after, CountyMap map) {
        this.before = before;
        this.after = after;
        this.map = map;
    }

    List<String> of(Moves moves) {
        return Stream.of(
                moves.departments().stream().map(this::department),
                moves.names().stream().map(it -> "%s更名为%s（%s）。".formatted(it.from(), it.to(), it.login())),
                moves.seats().stream().map(this::seat),
                moves.posts().stream().map(this::post),
                moves.standIns().stream().map(this::standIn)).flatMap(lines -> lines).toList();
    }

    private String seat(SeatMove move) {
        if (move.from() == null) {
            return "%s（%s）到岗：%s。".formatted(move.name(), move.login(), seat(move.to()));
        }
        return move.to() == null
                ? "%s（%s）离任，账号停用；原任：%s。".formatted(name(move.login()), move.login(), seat(move.from()))
                : "%s（%s）调动：%s → %s。".formatted(name(move.login()), move.login(), seat(move.from()), seat(move.to()));
    }

    /** Where and what, as 木城街道 青禾社区 第一网格 · 网格长. */
    String seat(Seat seat) {
        var department = seat.department() == null ? "" : departmentName(seat.department());
        var place = seat.department() != null && seat.grid() == null
                ? department
                : map.unit(seat.grid(), null, seat.community(), seat.street());
        return place + " · " + seat.role().label()
                + (seat.grid() != null && seat.department() != null ? "（" + department + "派驻）" : "");
    }

    private String departmentName(String code) {
        return Optional.ofNullable(after.departments().get(code)).map(Moves.DepartmentEntry::name).orElse(code);
    }

    private String post(PostMove move) {
        return "%s的%s%s由%s担任。".formatted(map.grid(move.grid()).map(GridRef::label).orElse(move.grid()),
                move.post().label(), move.from() == null ? "" : "不再由" + name(move.from()) + "担任，改",
                move.to() == null ? "专职网格员" : name(move.to()));
    }

    private String standIn(StandInMove move) {
        var entry = move.entry();
        var who = "%s至%s%s由%s代理（%s）".formatted(entry.from(), entry.to(), name(entry.absent()),
                name(entry.standIn()), entry.reason());
        return move.begins() ? who + "。" : who + "，现在结束。";
    }

    private String department(DepartmentMove move) {
        if (!Objects.equals(move.from().successor(), move.to().successor())) {
            return move.to().successor() == null
                    ? "%s恢复为单独的部门。".formatted(move.to().name())
                    : "%s并入%s；代码%s和原有案件以后都由%s承接。".formatted(move.from().name(),
                            departmentName(move.to().successor()), move.code(), departmentName(move.to().successor()));
        }
        return move.from().name().equals(move.to().name())
                ? "%s的职责改为：%s。".formatted(move.to().name(), move.to().duties())
                : "%s更名为%s；代码%s不变。".formatted(move.from().name(), move.to().name(), move.code());
    }

    private String name(String login) {
        return Stream.of(before, after).map(roster -> roster.members().get(login)).filter(Objects::nonNull)
                .map(Roster.Member::name).findFirst().orElse(login);
    }
}
