package io.gridloop.process.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.local.PortUse;
import io.gridloop.local.SharedPlatform;
import io.gridloop.process.Settings;
import io.gridloop.territory.StaffLogin;
import io.gridloop.territory.StaffRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The real Tasklist 8.6: who is provided can log in, who is removed cannot. */
@Tag("webapps")
class StaffAccountsIT {

    private final StaffAccounts accounts = new AccountsConfiguration().staffAccounts(Settings.with(Map.of(
            "gridloop.process.accounts.kind", "opensearch",
            "gridloop.process.accounts.opensearch-url",
            String.valueOf(SharedPlatform.get().settings().url(PortUse.OPENSEARCH)))));

    @Test
    void whoLeftCanNoLongerLogInToTasklist() {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder().encode("gridloop");
        var leaver = new StaffLogin("leaver", "离任人", StaffRole.LEADER, hash);
        await().atMost(Duration.ofSeconds(60)).until(() -> accounts.provide(List.of(leaver)));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(logIn("leaver")).isEqualTo(204));
        assertThat(accounts.remove(List.of("leaver", "nobody"))).isTrue();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(logIn("leaver")).isEqualTo(401));
    }

    private static int logIn(String login) throws IOException, InterruptedException {
        var address = URI.create(SharedPlatform.get().settings().url(PortUse.WEBAPPS)
                + "/api/login?username=" + login + "&password=gridloop");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
