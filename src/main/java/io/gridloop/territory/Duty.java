package io.gridloop.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is there today: somebody themselves, or who stands in for them. */
@Component
class Duty {

    private final StandIns standIns;
    private final Staff staff;
    private final Clock clock;

    Duty(StandIns standIns, Staff staff, Clock clock) {
        this.standIns = standIns;
        this.staff = staff;
        this.clock = clock;
    }

    /** Follows stand-ins who are away themselves. Where they lead in a circle, nobody is there: it stays where it was. */
    StaffMember today(StaffMember member) {
        var today = LocalDate.now(clock);
        var seen = new HashSet<String>();
        var current = member;
        while (seen.add(current.login())) {
            var replacement = replacementOf(current, today);
            if (replacement.isEmpty()) {
                return current;
            }
            current = replacement.get();
        }
        return member;
    }

    /** Logins of those whom this person stands in for today, not counting those whom these stand in for in turn. */
    List<String> absenteesOf(String login) {
        return standIns.absenteesOf(login, LocalDate.now(clock));
    }

    private Optional<StaffMember> replacementOf(StaffMember member, LocalDate day) {
        return standIns.replacementsOf(member.login(), day).stream().findFirst().flatMap(staff::findByLogin);
    }
}
