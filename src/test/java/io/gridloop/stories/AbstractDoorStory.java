package io.gridloop.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.gridloop.process.models.ModelFiles;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What every story at the designers' door needs: a proposal by one designer, the word of a second, its deployment. */
@AutoConfigureMockMvc
abstract class AbstractDoorStory extends AbstractCaseStory {

    static final String PROPOSER = "yuchengfeng";
    static final String SECOND = "qiuyingying";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HealthEndpoint health;

    static String shipped(String file) {
        return new String(ModelFiles.shipped().get(file), UTF_8);
    }

    void awaitDeployed(String proposal) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(page(proposal)).contains("已部署"));
    }

    void awaitHealth(String status) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                health.healthForPath("models").getStatus().getCode()).isEqualTo(status));
    }

    String propose(Map<String, String> files) throws Exception {
        var request = multipart("/models/proposals");
        files.forEach((file, content) -> request.file(new MockMultipartFile("files", file, null,
                content.getBytes(UTF_8))));
        request.param("note", "按县里的要求修改");
        return String.valueOf(send(request, PROPOSER).getRedirectedUrl());
    }

    String page(String url) throws Exception {
        return web.perform(get(url).with(user(SECOND).roles("DESIGNER"))).andReturn().getResponse()
                .getContentAsString(UTF_8);
    }

    MockHttpServletResponse step(String url, String login, String... parameter) throws Exception {
        var request = post(url);
        if (parameter.length > 0) {
            request.param(parameter[0], parameter[1]);
        }
        return send(request, login);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, String login)
            throws Exception {
        return web.perform(request.with(csrf()).with(user(login).roles("DESIGNER"))).andReturn().getResponse();
    }
}
