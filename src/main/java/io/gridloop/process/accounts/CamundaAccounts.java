package io.gridloop.process.accounts;

import io.gridloop.territory.StaffLogin;
import java.util.Collection;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Camunda 8.8 and later: the cluster keeps its users and takes them over {@code POST /v2/users}. */
class CamundaAccounts implements StaffAccounts {

    private final RestClient camunda;
    private final String initialPassword;

    CamundaAccounts(RestClient camunda, String initialPassword) {
        this.camunda = camunda;
        this.initialPassword = initialPassword;
    }

    @Override
    public boolean provide(Collection<StaffLogin> staff) {
        staff.forEach(this::create);
        return true;
    }

    // An account that exists keeps the password that its owner has given it meanwhile.
    private void create(StaffLogin person) {
        camunda.post().uri("/v2/users").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", person.login(), "name", person.name(), "password", initialPassword,
                        "email", person.login() + "@gridloop.invalid"))
                .retrieve().onStatus(HttpStatus.CONFLICT::equals, (request, response) -> {
                })
                .toBodilessEntity();
    }
}
