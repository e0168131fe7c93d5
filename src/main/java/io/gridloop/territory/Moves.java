package io.gridloop.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change does to the roster, each part with what was before, so that it can be turned round. */
record Moves(List<SeatMove> seats, List<NameMove> names, List<PostMove> posts, List<StandInMove> standIns,
        List<DepartmentMove> departments) {

    static final Moves NONE = new Moves(List.of(), List.of(), List.of(), List.of(), List.of());

    /** From nowhere: joins. To nowhere: leaves. */
    record SeatMove(String login, String name, @Nullable Seat from, @Nullable Seat to) {}

    record NameMove(String login, String from, String to) {}

    record PostMove(String grid, Post post, @Nullable String from, @Nullable String to) {}

    /** @param begins true: from now on in force; false: no longer */
    record StandInMove(StandInEntry entry, boolean begins) {}

    record StandInEntry(long id, String absent, String standIn, LocalDate from, LocalDate to, String reason) {}

    record DepartmentMove(String code, DepartmentEntry from, DepartmentEntry to) {}

    record DepartmentEntry(String name, String duties, @Nullable String successor) {}

    static Moves ofSeats(List<SeatMove> seats) {
        return new Moves(List.copyOf(seats), List.of(), List.of(), List.of(), List.of());
    }

    static Moves ofName(NameMove name) {
        return new Moves(List.of(), List.of(name), List.of(), List.of(), List.of());
    }

    static Moves ofPost(PostMove post) {
        return new Moves(List.of(), List.of(), List.of(post), List.of(), List.of());
    }

    static Moves ofStandIn(StandInMove standIn) {
        return new Moves(List.of(), List.of(), List.of(), List.of(standIn), List.of());
    }

    static Moves ofDepartment(DepartmentMove department, List<SeatMove> seats) {
        return new Moves(seats, List.of(), List.of(), List.of(), List.of(department));
    }

    boolean names(PostHolder.Key post) {
        return posts.stream().anyMatch(it -> it.grid().equals(post.gridCode()) && it.post() == post.post());
    }

    boolean names(StandInEntry standIn) {
        return standIns.stream().anyMatch(it -> it.entry().id() == standIn.id());
    }

    Moves and(List<PostMove> morePosts, List<StandInMove> moreStandIns) {
        return new Moves(seats, names, joined(posts, morePosts), joined(standIns, moreStandIns), departments);
    }

    Moves reversed() {
        return new Moves(
                seats.stream().map(it -> new SeatMove(it.login(), it.name(), it.to(), it.from())).toList(),
                names.stream().map(it -> new NameMove(it.login(), it.to(), it.from())).toList(),
                posts.stream().map(it -> new PostMove(it.grid(), it.post(), it.to(), it.from())).toList(),
                standIns.stream().map(it -> new StandInMove(it.entry(), !it.begins())).toList(),
                departments.stream().map(it -> new DepartmentMove(it.code(), it.to(), it.from())).toList());
    }

    /** What it is about: the code of a department or a login. */
    String subject() {
        return Stream.of(departments.stream().map(DepartmentMove::code), names.stream().map(NameMove::login), logins())
                .flatMap(codes -> codes).findFirst().orElse("");
    }

    /** Everybody whose tasks may belong to somebody else now. */
    Stream<String> logins() {
        return Stream.of(
                seats.stream().map(SeatMove::login),
                posts.stream().flatMap(it -> Stream.of(it.from(), it.to())).filter(Objects::nonNull),
                standIns.stream().flatMap(it -> Stream.of(it.entry().absent(), it.entry().standIn())))
                .flatMap(logins -> logins).distinct();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
