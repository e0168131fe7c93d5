package io.gridloop.territory;

import io.gridloop.audit.AuditTrail;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the county, one change after the other: all of it or nothing. The county works after each of them, by the
 * same rules as when it is loaded.
 */
@Service
public class CountyChanges {

    private static final int SHOWN = 5;

    private final Counties counties;
    private final CurrentMap map;
    private final RosterBook book;
    private final ChangeLog log;
    private final Staff staff;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    CountyChanges(Counties counties, CurrentMap map, RosterBook book, ChangeLog log, Staff staff,
            EntityManager entities, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.counties = counties;
        this.map = map;
        this.book = book;
        this.log = log;
        this.staff = staff;
        this.entities = entities;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a change at once. Who rolls its transaction back has seen what it would do and changed nothing.
     *
     * @param actor login of who wants it
     * @throws ChangeRefused when it cannot be made; the message says why in Chinese
     */
    @Transactional
    public ChangeMade make(CountyChange change, String actor) {
        var hash = change instanceof CountyChange.Join join ? hash(join.password()) : null;
        counties.lock();
        entities.flush();
        var before = book.read();
        var moves = moves(change, before);
        var after = before.with(moves);
        refuse(RosterCheck.problems(after, map.get()));
        book.write(moves, hash);
        // What this transaction has read so far may be out of date now.
        entities.clear();
        var lines = new ChangeWords(before, after, map.get()).of(moves);
        var made = log.write(ChangeKind.of(change), change, moves, lines, actor);
        announce(moves, actor);
        audit.record(actor, "territory." + ChangeKind.of(change).code(), moves.subject(), String.join("", lines));
        return made;
    }

    private Moves moves(CountyChange change, Roster before) {
        if (change instanceof CountyChange.Undo undo) {
            var moves = log.toUndo(undo.change()).reversed();
            ChangeRefused.unless(moves.standIns().stream()
                    .noneMatch(it -> it.begins() && it.entry().to().isBefore(LocalDate.now(clock))),
                    "代理的日期已经过去，不能恢复。");
            return before.withConsequences(moves);
        }
        if (change instanceof CountyChange.Join join) {
            ChangeRefused.unless(staff.findByLogin(join.login()).isEmpty(),
                    "登录名%s已被使用（含已离任人员），请换一个；离任的人回来，请在变动记录中撤销离任。".formatted(join.login()));
        }
        return new Planner(before, LocalDate.now(clock)).plan(change, book.freshStandInId());
    }

    private static void refuse(List<String> problems) {
        ChangeRefused.unless(problems.isEmpty(), problems.stream().distinct().limit(SHOWN).collect(
                Collectors.joining("\n")));
    }

    private void announce(Moves moves, String actor) {
        moves.seats().forEach(move -> {
            if (move.to() == null) {
                events.publishEvent(new StaffLeft(move.login()));
            } else if (move.from() == null) {
                events.publishEvent(staff.findByLogin(move.login()).orElseThrow().joined());
            } else {
                events.publishEvent(new StaffMoved(move.login()));
            }
        });
        moves.names().forEach(move -> events.publishEvent(new StaffRenamed(move.login(), move.to())));
        if (!moves.departments().isEmpty()) {
            events.publishEvent(new CountyChanged());
        }
        var logins = moves.logins().collect(Collectors.toSet());
        if (!logins.isEmpty()) {
            events.publishEvent(new DutyChanged(logins, actor));
        }
    }

    private static @Nullable String hash(String password) {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
    }
}
