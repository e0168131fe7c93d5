package io.gridloop.territory;

import io.gridloop.territory.Moves.DepartmentEntry;
import io.gridloop.territory.Moves.PostMove;
import io.gridloop.territory.Moves.SeatMove;
import io.gridloop.territory.Moves.StandInEntry;
import io.gridloop.territory.Moves.StandInMove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who works in the county and what they do. Never changes itself; a change makes another one.
 *
 * @param members by login
 * @param posts who holds them
 * @param standIns those that are in force today or later, by id
 * @param departments by code, also those that were merged
 */
record Roster(Map<String, Member> members, Map<PostHolder.Key, String> posts, Map<Long, StandInEntry> standIns,
        Map<String, DepartmentEntry> departments) {

    record Member(String login, String name, Seat seat) {}

    Member member(String login) {
        return Optional.ofNullable(members.get(login))
                .orElseThrow(() -> new ChangeRefused("没有登录名为%s的在岗人员，请核对。".formatted(login)));
    }

    /** A department that was not merged. */
    DepartmentEntry department(String code) {
        return Optional.ofNullable(departments.get(code)).filter(it -> it.successor() == null)
                .orElseThrow(() -> new ChangeRefused("没有代码为%s的部门，或者它已经并入其他部门。".formatted(code)));
    }

    Stream<Member> at(Predicate<Seat> where) {
        return members.values().stream().filter(it -> where.test(it.seat()));
    }

    Optional<Member> holder(Seat seat) {
        return seat.onlyOne() ? at(seat::equals).findFirst() : Optional.empty();
    }

    /** Adds what follows from people who move: their posts in the grid go on, stand-ins of those who leave end. */
    Moves withConsequences(Moves moves) {
        var after = with(moves);
        var handedOn = new ArrayList<PostMove>();
        var ended = new ArrayList<StandInMove>();
        for (var move : moves.seats()) {
            posts.forEach((post, login) -> {
                if (login.equals(move.login()) && !after.works(login, post.gridCode()) && !moves.names(post)) {
                    handedOn.add(new PostMove(post.gridCode(), post.post(), login, heir(moves, move, after)));
                }
            });
            if (move.to() == null) {
                standIns.values().stream().filter(it -> names(it, move.login()) && !moves.names(it))
                        .forEach(it -> ended.add(new StandInMove(it, false)));
            }
        }
        return moves.and(handedOn, ended.stream().distinct().toList());
    }

    private static boolean names(StandInEntry entry, String login) {
        return entry.absent().equals(login) || entry.standIn().equals(login);
    }

    boolean works(String login, String grid) {
        return Optional.ofNullable(members.get(login)).filter(it -> grid.equals(it.seat().grid())).isPresent();
    }

    private static String heir(Moves moves, SeatMove leaving, Roster after) {
        var grid = Objects.requireNonNull(Objects.requireNonNull(leaving.from()).grid());
        return moves.seats().stream().filter(it -> Objects.equals(it.to(), leaving.from())).map(SeatMove::login)
                .findFirst()
                .or(() -> after.at(Seat.inGrid(StaffRole.FULL_TIME, grid)::equals).map(Member::login).findFirst())
                .orElseThrow(() -> new ChangeRefused("网格%s的岗位没有人可以接手，请指定接任人。".formatted(grid)));
    }

    /** @throws ChangeRefused when something is not as the moves say it was */
    Roster with(Moves moves) {
        var people = new TreeMap<>(members);
        for (var move : moves.seats()) {
            same(Optional.ofNullable(members.get(move.login())).map(Member::seat).orElse(null), move.from());
            people.remove(move.login());
        }
        for (var move : moves.seats()) {
            if (move.to() != null) {
                people.put(move.login(), new Member(move.login(), nameOf(move), move.to()));
            }
        }
        for (var move : moves.names()) {
            var known = Optional.ofNullable(people.get(move.login()));
            same(known.map(Member::name).orElse(null), move.from());
            people.put(move.login(), new Member(move.login(), move.to(), known.orElseThrow().seat()));
        }
        return new Roster(people, postsAfter(moves), standInsAfter(moves), departmentsAfter(moves));
    }

    private String nameOf(SeatMove move) {
        return Optional.ofNullable(members.get(move.login())).map(Member::name).orElse(move.name());
    }

    private Map<PostHolder.Key, String> postsAfter(Moves moves) {
        var after = new HashMap<>(posts);
        for (var move : moves.posts()) {
            var key = new PostHolder.Key(move.grid(), move.post());
            same(posts.get(key), move.from());
            if (move.to() == null) {
                after.remove(key);
            } else {
                after.put(key, move.to());
            }
        }
        return after;
    }

    private Map<Long, StandInEntry> standInsAfter(Moves moves) {
        var after = new TreeMap<>(standIns);
        for (var move : moves.standIns()) {
            same(standIns.containsKey(move.entry().id()), !move.begins());
            if (move.begins()) {
                after.put(move.entry().id(), move.entry());
            } else {
                after.remove(move.entry().id());
            }
        }
        return after;
    }

    private Map<String, DepartmentEntry> departmentsAfter(Moves moves) {
        var after = new TreeMap<>(departments);
        for (var move : moves.departments()) {
            same(departments.get(move.code()), move.from());
            after.put(move.code(), move.to());
        }
        return after;
    }

    private static void same(@Nullable Object now, @Nullable Object before) {
        ChangeRefused.unless(Objects.equals(now, before), "此后又有变动，不能直接撤回。请按现在的情况另作变动。");
    }

    List<String> departmentsInForce() {
        return departments.entrySet().stream().filter(it -> it.getValue().successor() == null).map(Map.Entry::getKey)
                .toList();
    }
}
