package io.gridloop.process.accounts;

import io.gridloop.territory.StaffLogin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Camunda 8.6 without Identity: Operate and Tasklist read their users from an index. */
class OpenSearchAccounts implements StaffAccounts {

    private final RestClient openSearch;
    private final String index;

    OpenSearchAccounts(RestClient openSearch, String index) {
        this.openSearch = openSearch;
        this.index = index;
    }

    // The index is made by Operate at its first start; a document written earlier would make one without a mapping.
    @Override
    public boolean provide(Collection<StaffLogin> staff) {
        if (!exists()) {
            return false;
        }
        staff.forEach(this::put);
        return true;
    }

    @Override
    public boolean remove(Collection<String> logins) {
        if (!exists()) {
            return false;
        }
        logins.forEach(this::delete);
        return true;
    }

    private void delete(String login) {
        openSearch.delete().uri("/{index}/_doc/{id}", index, login).retrieve()
                .onStatus(HttpStatus.NOT_FOUND::equals, (request, response) -> {
                }).toBodilessEntity();
    }

    private boolean exists() {
        return openSearch.head().uri("/{index}", index)
                .exchange((request, response) -> response.getStatusCode() == HttpStatus.OK);
    }

    private void put(StaffLogin person) {
        openSearch.put().uri("/{index}/_doc/{id}", index, person.login()).contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("id", person.login(), "userId", person.login(), "displayName", person.name(),
                        "password", person.passwordHash(), "roles", List.of("OPERATOR")))
                .retrieve().toBodilessEntity();
    }
}
