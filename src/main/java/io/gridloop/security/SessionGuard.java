package io.gridloop.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks before every request whether the session goes on; where not, it leads to the login page. */
class SessionGuard extends OncePerRequestFilter {

    static final String ID = "io.gridloop.session";
    private static final String LOGIN = "io.gridloop.login";

    private final StaffSessions sessions;

    SessionGuard(StaffSessions sessions) {
        this.sessions = sessions;
    }

    /** Ties a servlet session to the log-in it came from. */
    static void mark(HttpSession session, UUID id, String login) {
        session.setAttribute(ID, id);
        session.setAttribute(LOGIN, login);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(ID) instanceof UUID id
                && !sessions.goesOn(id, String.valueOf(session.getAttribute(LOGIN)))) {
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            chain.doFilter(request, response);
        }
    }
}
