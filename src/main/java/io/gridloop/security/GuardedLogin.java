package io.gridloop.security;

import io.gridloop.territory.Territory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks login and password, with a limit on guesses. The answer is the same whether a login exists or not: an unknown
 * login costs the time of a hash, is counted and is closed like any other.
 */
@Component
class GuardedLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginAttempts attempts;

    GuardedLogin(Territory territory, PasswordEncoder encoder, LoginAttempts attempts) {
        this.passwords = new DaoAuthenticationProvider(new StaffLogins(territory));
        this.passwords.setPasswordEncoder(encoder);
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var login = authentication.getName();
        if (!StaffLogins.canBe(login)) {
            return passwords.authenticate(authentication);
        }
        if (!attempts.allow(login)) {
            throw new LockedException("Too many tries");
        }
        var authenticated = passwords.authenticate(authentication);
        attempts.forget(login);
        return authenticated;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
