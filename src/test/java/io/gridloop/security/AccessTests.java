package io.gridloop.security;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.territory.StaffRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address of the application has a rule, and the rules say what they are meant to say. */
@SecurityTest
class AccessTests {

    private static final Authentication NOBODY = new AnonymousAuthenticationToken("key", "anonymous",
            AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    WebInvocationPrivilegeEvaluator rules;

    @Test
    void everyAddressOfTheApplicationHasARule() {
        var addresses = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessTests::addresses).distinct().toList();
        assertThat(addresses).contains("GET /login", "GET /actuator/health");
        assertThat(addresses).as("A new address needs a rule in AccessRules").allMatch(this::somebodyMay);
    }

    @Test
    void everyAddressHasALineAndEveryLineAnAddress() {
        var lines = AccessLine.all().stream().filter(line -> !line.has("static")).map(AccessLine::address).toList();
        var addresses = mapped();
        assertThat(addresses).filteredOn(address -> !lines.contains(address))
                .as(() -> "Say who may use the new address: add to " + AccessLine.FILE + "\n"
                        + addresses.stream().filter(address -> !lines.contains(address))
                                .map(address -> "%-48s | ADMIN%s".formatted(address,
                                        address.contains("{") ? " | other" : ""))
                                .collect(joining("\n"))
                        + "\nwith the roles that may (and a rule in AccessRules); object `case` where it takes a case number\n")
                .isEmpty();
        assertThat(lines).as("Remove these from " + AccessLine.FILE).allMatch(addresses::contains);
        assertThat(lines).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /brand-new", "POST /brand-new", "GET /cases.html", "GET /actuatorx",
            "DELETE /staffing",
            "POST /css/gridloop.css"})
    void anAddressWithoutARuleIsClosedToEverybody(String address) {
        assertThat(somebodyMay(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /report", "POST /report", "GET /receipt", "GET /receipt/ABCD-EFGH",
            "GET /g/G0101", "GET /login",
            "GET /error", "GET /css/gridloop.css", "GET /js/gridloop.js", "GET /icon.svg",
            "GET /sw.js", "GET /manifest.webmanifest", "GET /report/offline",
            "GET /actuator/health/readiness",
            "GET /webjars/bootstrap/dist/css/bootstrap.min.css"})
    void residentsNeedNoLogin(String address) {
        assertThat(may(address, NOBODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /staff/report                        | LEADER FULL_TIME PART_TIME COMMUNITY STREET DEPARTMENT INTAKE DISPATCHER SUPERVISOR ADMIN
            POST /staff/report                       | LEADER FULL_TIME PART_TIME COMMUNITY STREET DEPARTMENT INTAKE DISPATCHER SUPERVISOR ADMIN
            GET /cases                               | LEADER FULL_TIME PART_TIME COMMUNITY STREET DEPARTMENT INTAKE DISPATCHER SUPERVISOR ADMIN
            GET /cases/WZ26-000123-4                 | LEADER FULL_TIME PART_TIME COMMUNITY STREET DEPARTMENT INTAKE DISPATCHER SUPERVISOR ADMIN
            GET /staff/import                        | INTAKE DISPATCHER SUPERVISOR ADMIN
            POST /staff/import                       | INTAKE DISPATCHER SUPERVISOR ADMIN
            GET /staff/import/1                      | INTAKE DISPATCHER SUPERVISOR ADMIN
            POST /cases/WZ26-000123-4/deadline       | SUPERVISOR ADMIN
            GET /actuator/metrics                    | ADMIN
            """)
    void staffMayOpenWhatTheirRoleNeeds(String address, String roles) {
        var expected = Arrays.stream(roles.split(" ")).map(StaffRole::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(StaffRole.class)));
        assertThat(StaffRole.values()).filteredOn(role -> may(address, with(role)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(may(address, NOBODY)).isFalse();
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::asHttpMethod).toList();
        return (methods.isEmpty() ? List.of(HttpMethod.GET, HttpMethod.POST) : methods).stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(pattern -> method + " " + pattern.replaceAll("\\{[^}]*}|\\*+", "x")));
    }

    private boolean somebodyMay(String address) {
        return may(address, NOBODY) || may(address, with(StaffRole.values()));
    }

    private boolean may(String address, Authentication who) {
        var parts = address.split(" ");
        return rules.isAllowed("", parts[1], parts[0], who);
    }

    private static Authentication with(StaffRole... roles) {
        return new TestingAuthenticationToken("somebody", "",
                Arrays.stream(roles).map(role -> "ROLE_" + role.name()).toArray(String[]::new));
    }

    private List<String> mapped() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessTests::mapped).distinct().sorted().toList();
    }

    private static Stream<String> mapped(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
        return (methods.isEmpty() ? List.of("GET", "POST") : methods).stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
