package io.gridloop.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the session for all instances. */
class Logouts implements LogoutHandler {

    private final StaffSessions sessions;

    Logouts(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SessionGuard.ID) instanceof UUID id) {
            sessions.end(id);
        }
    }
}
