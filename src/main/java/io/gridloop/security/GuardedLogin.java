package io.gridloop.security;

import io.gridloop.territory.Territory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks login and password, with a limit on guesses for each login and for each client address. The answer is the
 * same whether a login exists or not: an unknown login costs the time of a hash, is counted and is closed like any
 * other.
 */
@Component
class GuardedLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginAttempts attempts;
    private final AddressAttempts addresses;

    GuardedLogin(Territory territory, PasswordEncoder encoder, LoginAttempts attempts, AddressAttempts addresses) {
        this.passwords = new DaoAuthenticationProvider(new StaffLogins(territory));
        this.passwords.setPasswordEncoder(encoder);
        this.attempts = attempts;
        this.addresses = addresses;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var address = address(authentication);
        if (!addresses.allow(address)) {
            throw new LockedException("Too many tries from here");
        }
        try {
            return guarded(authentication);
        } catch (BadCredentialsException e) {
            if (addresses.failed(address)) {
                attempts.addressClosed(address);
            }
            throw e;
        }
    }

    private Authentication guarded(Authentication authentication) {
        var login = authentication.getName();
        if (!StaffLogins.canBe(login)) {
            return passwords.authenticate(authentication);
        }
        if (!attempts.allow(login)) {
            throw new LockedException("Too many tries");
        }
        try {
            var authenticated = passwords.authenticate(authentication);
            attempts.forget(login);
            return authenticated;
        } catch (BadCredentialsException e) {
            attempts.failed(login, address(authentication));
            throw e;
        }
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
