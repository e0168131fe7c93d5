package io.gridloop.process.accounts;

import io.gridloop.process.ProcessProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** Chooses the store of Tasklist's logins: {@code gridloop.process.accounts.kind}. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    StaffAccounts staffAccounts(ProcessProperties properties) {
        var settings = properties.accounts();
        return switch (settings.kind()) {
            case NONE -> new NoAccounts();
            case OPENSEARCH -> new OpenSearchAccounts(
                    client().baseUrl(settings.opensearchUrl()).build(), settings.index());
            case CAMUNDA -> new CamundaAccounts(
                    authorized(client(), settings).baseUrl(settings.camundaUrl()).build(), settings.initialPassword());
        };
    }

    private static RestClient.Builder authorized(RestClient.Builder client, ProcessProperties.Accounts settings) {
        if (settings.camundaUser() == null) {
            return client;
        }
        var encoded = Base64.getEncoder().encodeToString(settings.camundaUser().getBytes(StandardCharsets.UTF_8));
        return client.defaultHeader(HttpHeaders.AUTHORIZATION, "Basic " + encoded);
    }

    private static RestClient.Builder client() {
        var timeouts = ClientHttpRequestFactorySettings.defaults().withConnectTimeout(CONNECT).withReadTimeout(READ);
        return RestClient.builder().requestFactory(ClientHttpRequestFactoryBuilder.detect().build(timeouts));
    }
}
