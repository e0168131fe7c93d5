package io.gridloop.process.accounts;

import io.gridloop.process.engine.EngineReplaced;
import io.gridloop.territory.Person;
import io.gridloop.territory.StaffJoined;
import io.gridloop.territory.StaffLeft;
import io.gridloop.territory.StaffRenamed;
import io.gridloop.territory.Territory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps Tasklist's logins as the staff is: all of them after each start, when another engine answers and once an hour,
 * and those who join, leave or are renamed within ten seconds; again every ten seconds until it worked. Needs no memory
 * that lasts, because providing an account twice, or removing it twice, is harmless.
 */
@Component
public class AccountKeeper {

    private static final Logger log = LoggerFactory.getLogger(AccountKeeper.class);

    private final Territory territory;
    private final StaffAccounts accounts;
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean all = new AtomicBoolean(true);

    AccountKeeper(Territory territory, StaffAccounts accounts) {
        this.territory = territory;
        this.accounts = accounts;
    }

    /** Somebody is new, or back. */
    @TransactionalEventListener
    public void on(StaffJoined event) {
        due.add(event.login());
    }

    /** Somebody has another name. */
    @TransactionalEventListener
    public void on(StaffRenamed event) {
        due.add(event.login());
    }

    /** Somebody must not log in any more. */
    @TransactionalEventListener
    public void on(StaffLeft event) {
        due.add(event.login());
    }

    /** Tasklist may have lost its logins with the engine. */
    @TransactionalEventListener
    public void on(EngineReplaced event) {
        all.set(true);
    }

    /** A store that lost its data without a word gets them back. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
    void keepAll() {
        all.set(true);
    }

    @Scheduled(initialDelay = 1, fixedRate = 10, timeUnit = TimeUnit.SECONDS)
    void keep() {
        // Taken out first: whoever changes meanwhile comes in again.
        var everybody = all.getAndSet(false);
        var logins = new LinkedHashSet<>(due);
        due.removeAll(logins);
        if (everybody) {
            territory.people().stream().map(Person::login).forEach(logins::add);
            logins.addAll(territory.formerLogins());
        }
        if (!logins.isEmpty() && !kept(logins)) {
            due.addAll(logins);
        }
        // What is not done stays due by name; a county that is not loaded yet has no names.
        if (everybody && territory.people().isEmpty()) {
            all.set(true);
        }
    }

    private boolean kept(Collection<String> logins) {
        try {
            var present = logins.stream().map(territory::login).flatMap(Optional::stream).toList();
            var gone = logins.stream().filter(login -> territory.login(login).isEmpty()).toList();
            return accounts.provide(present) && accounts.remove(gone);
        } catch (RuntimeException e) {
            log.info("Tasklist's logins cannot be provided yet: {}", e.toString());
            return false;
        }
    }
}
