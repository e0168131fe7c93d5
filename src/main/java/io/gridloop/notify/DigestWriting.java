package io.gridloop.notify;

import io.gridloop.cases.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the digests of a day, by whichever instance comes first. */
@Component
class DigestWriting {

    private final StaffContacts contacts;
    private final Tasks tasks;
    private final Addressing addressing;
    private final JdbcClient jdbc;
    private final Clock clock;

    DigestWriting(StaffContacts contacts, Tasks tasks, Addressing addressing, JdbcClient jdbc, Clock clock) {
        this.contacts = contacts;
        this.tasks = tasks;
        this.addressing = addressing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once for each day: of two at the same time the second waits for the first, and then does nothing. */
    @Transactional
    public void write(LocalDate day) {
        int first = jdbc.sql("insert into digest_day (day) values (?) on conflict do nothing").param(day).update();
        if (first == 1) {
            contacts.logins().forEach(login -> write(login, day));
        }
    }

    private void write(String login, LocalDate day) {
        var open = tasks.openTasksOf(login);
        if (!open.isEmpty()) {
            var digest = Digest.of(open, clock.instant(), clock.getZone());
            addressing.put(new Notice(day.toString(), null, "digest", login, Kind.DIGEST, false, "今日待办",
                    digest.counts(), String.join("\n", digest.oldest()), "/desk"));
        }
    }
}
