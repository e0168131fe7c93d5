package io.gridloop.process.accounts;

import io.gridloop.territory.StaffLogin;
import java.util.Collection;

/** Tasklist's logins are somebody else's business, an identity provider's for example. */
class NoAccounts implements StaffAccounts {

    @Override
    public boolean provide(Collection<StaffLogin> staff) {
        return true;
    }

    @Override
    public boolean remove(Collection<String> logins) {
        return true;
    }
}
