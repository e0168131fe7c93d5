package io.gridloop.security;

import io.gridloop.territory.Territory;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Staff as Spring Security sees them: the login is the user name, the role is {@code ROLE_<StaffRole>}. */
class StaffLogins implements UserDetailsService {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    private final Territory territory;

    StaffLogins(Territory territory) {
        this.territory = territory;
    }

    /** Whether a text can be a login at all. What cannot, never reaches the database (PostgreSQL refuses NUL). */
    static boolean canBe(String login) {
        return LOGIN.matcher(login).matches();
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        if (!canBe(login)) {
            throw new UsernameNotFoundException("No login");
        }
        return territory.login(login)
                .map(staff -> User.withUsername(staff.login()).password(staff.passwordHash())
                        .roles(staff.role().name()).build())
                .orElseThrow(() -> new UsernameNotFoundException("No such login"));
    }
}
