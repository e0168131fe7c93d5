package io.gridloop.security;

import io.gridloop.territory.StaffRole;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may open which address. The first rule that fits decides; an address without a rule is closed to everybody, and
 * a test fails for every page that has none. Programs come in by a door of their own, see {@link ApiSecurity}.
 */
final class AccessRules
        implements
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

    private static final String[] PUBLIC = {"/", "/report/**", "/g/*", "/receipt/**", "/login", "/error"};
    private static final String[] FILES = {"/webjars/**", "/css/**", "/js/**", "/img/**", "/vendor/**", "/icon.svg",
            "/favicon.ico", "/manifest.webmanifest", "/sw.js"};
    private static final String[] CENTRE = names(
            StaffRole.INTAKE, StaffRole.DISPATCHER, StaffRole.SUPERVISOR, StaffRole.ADMIN);
    private static final String[] OVERSEERS = names(StaffRole.DISPATCHER, StaffRole.SUPERVISOR, StaffRole.ADMIN);
    private static final String[] WHISTLERS = names(StaffRole.LEADER, StaffRole.STREET);
    private static final String[] WITH_WHISTLES = names(StaffRole.LEADER, StaffRole.STREET, StaffRole.DEPARTMENT,
            StaffRole.DISPATCHER, StaffRole.SUPERVISOR, StaffRole.ADMIN);
    private static final String[] SPLITTERS = names(StaffRole.LEADER, StaffRole.DISPATCHER);
    private static final String[] WORKERS = names(StaffRole.FULL_TIME, StaffRole.PART_TIME);
    private static final String[] PATROLS = names(
            StaffRole.FULL_TIME, StaffRole.PART_TIME, StaffRole.LEADER);
    private static final String[] DEADLINES = names(StaffRole.SUPERVISOR, StaffRole.ADMIN);
    private static final String[] DESIGNERS = names(StaffRole.DESIGNER, StaffRole.ADMIN);
    // Designers change models; they need no residents' data.
    private static final String[] WITH_CASES = Arrays.stream(StaffRole.values())
            .filter(role -> role != StaffRole.DESIGNER).map(Enum::name).toArray(String[]::new);

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(PUBLIC).permitAll()
                .requestMatchers(HttpMethod.GET, FILES).permitAll()
                .requestMatchers("/actuator/health/**").permitAll()
                .requestMatchers("/actuator/**").hasRole(StaffRole.ADMIN.name())
                .requestMatchers("/account", "/account/**").authenticated()
                .requestMatchers("/admin/**").hasRole(StaffRole.ADMIN.name())
                .requestMatchers("/staff/import/**").hasAnyRole(CENTRE)
                .requestMatchers(HttpMethod.POST, "/cases/*/deadline").hasAnyRole(DEADLINES)
                .requestMatchers(HttpMethod.POST, "/cases/*/reopen").hasRole(StaffRole.LEADER.name())
                .requestMatchers(HttpMethod.POST, "/cases/*/whistle").hasAnyRole(WHISTLERS)
                .requestMatchers(HttpMethod.GET, "/whistles").hasAnyRole(WITH_WHISTLES)
                .requestMatchers(HttpMethod.POST, "/cases/*/split").hasAnyRole(SPLITTERS)
                .requestMatchers(HttpMethod.GET, "/overdue", "/blame-loops").hasAnyRole(OVERSEERS)
                .requestMatchers("/models/**").hasAnyRole(DESIGNERS)
                .requestMatchers("/desk/messages", "/desk/messages/**", "/desk/near").hasAnyRole(WITH_CASES)
                .requestMatchers(HttpMethod.GET, "/desk/patrol").hasAnyRole(PATROLS)
                .requestMatchers("/desk/patrol/**", "/desk/on-the-spot").hasAnyRole(WORKERS)
                .requestMatchers("/desk/**").hasAnyRole(names(StaffRole.values()))
                .requestMatchers("/staff/**", "/cases/**", "/photos/**", "/approvals").hasAnyRole(WITH_CASES)
                .anyRequest().denyAll();
    }

    private static String[] names(StaffRole... roles) {
        return Arrays.stream(roles).map(Enum::name).toArray(String[]::new);
    }
}
