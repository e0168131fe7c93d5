package io.gridloop.process.accounts;

import io.gridloop.territory.Person;
import io.gridloop.territory.StaffJoined;
import io.gridloop.territory.Territory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives every member of staff a login in Tasklist: all of them after each start and whenever somebody joins, again every
 * ten seconds until it worked. Needs no memory of its own, because providing an account twice is harmless.
 */
@Component
public class AccountKeeper {

    private static final Logger log = LoggerFactory.getLogger(AccountKeeper.class);

    private final Territory territory;
    private final StaffAccounts accounts;
    private volatile boolean due = true;

    AccountKeeper(Territory territory, StaffAccounts accounts) {
        this.territory = territory;
        this.accounts = accounts;
    }

    /** Somebody is new: look again. */
    @TransactionalEventListener
    public void on(StaffJoined event) {
        due = true;
    }

    @Scheduled(initialDelay = 1, fixedRate = 10, timeUnit = TimeUnit.SECONDS)
    void keep() {
        if (due) {
            due = false;
            due = !provided() || due;
        }
    }

    private boolean provided() {
        try {
            var staff = territory.people().stream().map(Person::login).map(territory::login)
                    .flatMap(Optional::stream).toList();
            return accounts.provide(staff);
        } catch (RuntimeException e) {
            log.info("Tasklist's logins cannot be provided yet: {}", e.toString());
            return false;
        }
    }
}
