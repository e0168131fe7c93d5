package io.gridloop.intake.api;

import io.gridloop.security.PublicAddress;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says besides its operations. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String KEY = "key";

    @Bean
    OpenAPI openApi(PublicAddress address) {
        return new OpenAPI()
                .info(new Info().title("gridloop").version("v1").description("""
                        县里其他系统上报案件、查询自己上报的案件。密钥由管理员发放，每个密钥有每分钟请求数上限。
                        出错时回答application/problem+json（RFC 9457），errors逐项写明字段和原因；429和503带Retry-After，可以原样重发。"""))
                .servers(List.of(new Server().url(address.of(""))))
                .components(new Components().addSecuritySchemes(KEY,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
