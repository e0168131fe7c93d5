package io.gridloop.process.accounts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.gridloop.process.Settings;
import io.gridloop.territory.StaffLogin;
import io.gridloop.territory.StaffRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClientException;

class StaffAccountsTests {

    @RegisterExtension
    static final WireMockExtension STORE = WireMockExtension.newInstance().build();

    private final List<StaffLogin> staff = List
            .of(new StaffLogin("wangxuan", "王轩", StaffRole.LEADER, "{bcrypt}$2a$10$x"));

    @Test
    void writesTheHashIntoTheIndexOf86() {
        STORE.stubFor(head(urlEqualTo("/operate-user-1.2.0_")).willReturn(aResponse().withStatus(200)));
        STORE.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(201)));
        assertThat(accounts("opensearch", "opensearch-url").provide(staff)).isTrue();
        STORE.verify(putRequestedFor(urlEqualTo("/operate-user-1.2.0_/_doc/wangxuan")).withRequestBody(equalToJson("""
                {"id": "wangxuan", "userId": "wangxuan", "displayName": "王轩", "password": "{bcrypt}$2a$10$x",
                 "roles": ["OPERATOR"]}""")));
    }

    @Test
    void waitsUntilOperateHasMadeTheIndex() {
        STORE.stubFor(head(anyUrl()).willReturn(aResponse().withStatus(404)));
        assertThat(accounts("opensearch", "opensearch-url").provide(staff)).isFalse();
        STORE.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void createsUsersOf89WithAFirstPassword() {
        STORE.stubFor(post(urlEqualTo("/v2/users")).willReturn(aResponse().withStatus(201)));
        assertThat(accounts("camunda", "camunda-url").provide(staff)).isTrue();
        STORE.verify(postRequestedFor(urlEqualTo("/v2/users")).withRequestBody(equalToJson("""
                {"username": "wangxuan", "name": "王轩", "password": "first", "email": "wangxuan@gridloop.invalid"}""")));
    }

    @Test
    void renamesAUserOf89WhoIsThereAndLeavesTheirPasswordAlone() {
        STORE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(409)));
        STORE.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(200)));
        assertThat(accounts("camunda", "camunda-url").provide(staff)).isTrue();
        STORE.verify(putRequestedFor(urlEqualTo("/v2/users/wangxuan")).withRequestBody(equalToJson("""
                {"name": "王轩", "email": "wangxuan@gridloop.invalid"}""")));
    }

    @ParameterizedTest
    @CsvSource({"opensearch, opensearch-url, /operate-user-1.2.0_/_doc/wangxuan, 200",
            "opensearch, opensearch-url, /operate-user-1.2.0_/_doc/wangxuan, 404",
            "camunda, camunda-url, /v2/users/wangxuan, 204", "camunda, camunda-url, /v2/users/wangxuan, 404"})
    void removesTheAccountOfSomebodyWhoLeftOrFindsItGone(String kind, String url, String address, int status) {
        STORE.stubFor(head(anyUrl()).willReturn(aResponse().withStatus(200)));
        STORE.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertThat(accounts(kind, url).remove(List.of("wangxuan"))).isTrue();
        STORE.verify(1, deleteRequestedFor(urlEqualTo(address)));
    }

    @Test
    void saysWhenAnAccountCouldNotBeRemoved() {
        STORE.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> accounts("camunda", "camunda-url").remove(List.of("wangxuan")))
                .isInstanceOf(RestClientException.class);
    }

    @Test
    void saysWhenTheStoreDoesNotAnswer() {
        STORE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> accounts("camunda", "camunda-url").provide(staff))
                .isInstanceOf(RestClientException.class);
    }

    private StaffAccounts accounts(String kind, String address) {
        return new AccountsConfiguration().staffAccounts(Settings.with(Map.of(
                "gridloop.process.accounts.kind", kind,
                "gridloop.process.accounts." + address, STORE.baseUrl(),
                "gridloop.process.accounts.initial-password", "first")));
    }
}
