package io.gridloop.process.accounts;

import io.gridloop.territory.StaffLogin;
import java.util.Collection;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Camunda 8.8 and later: the cluster keeps its users and changes them over {@code /v2/users}. */
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

    private void create(StaffLogin person) {
        var created = camunda.post().uri("/v2/users").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", person.login(), "name", person.name(), "password", initialPassword,
                        "email", email(person)))
                .retrieve().onStatus(HttpStatus.CONFLICT::equals, (request, response) -> {
                })
                .toBodilessEntity();
        if (created.getStatusCode() == HttpStatus.CONFLICT) {
            rename(person);
        }
    }

    // Without a password: the account keeps the one that its owner has given it meanwhile.
    private void rename(StaffLogin person) {
        camunda.put().uri("/v2/users/{login}", person.login()).contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", person.name(), "email", email(person)))
                .retrieve().toBodilessEntity();
    }

    private static String email(StaffLogin person) {
        return person.login() + "@gridloop.invalid";
    }

    @Override
    public boolean remove(Collection<String> logins) {
        logins.forEach(login -> camunda.delete().uri("/v2/users/{login}", login).retrieve()
                .onStatus(HttpStatus.NOT_FOUND::equals, (request, response) -> {
                }).toBodilessEntity());
        return true;
    }
}
