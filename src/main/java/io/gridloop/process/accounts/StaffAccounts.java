package io.gridloop.process.accounts;

import io.gridloop.territory.StaffLogin;
import java.util.Collection;

/** Where Tasklist keeps its logins. */
interface StaffAccounts {

    /**
     * Makes sure that each can log in; an account that is there is left or brought up to date. Only the login, the name
     * and a secret leave gridloop.
     *
     * @return false when the store is not ready yet
     * @throws RuntimeException when the store does not answer
     */
    boolean provide(Collection<StaffLogin> staff);

    /**
     * Makes sure that none of them can log in any more. An account that is not there is left at that.
     *
     * @return false when the store is not ready yet
     * @throws RuntimeException when the store does not answer
     */
    boolean remove(Collection<String> logins);
}
