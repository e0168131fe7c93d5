package io.gridloop.process.door;

import static io.gridloop.process.door.ShippedModels.GARBAGE_POST;
import static io.gridloop.process.door.ShippedModels.GARBAGE_SERVICE;
import static io.gridloop.process.door.ShippedModels.ROUTE;
import static io.gridloop.process.door.ShippedModels.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.PostgresForTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The designer's command against a running gridloop. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1",
        "camunda.client.worker.defaults.enabled=false"
})
@Import(PostgresForTests.class)
class DoorClientTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsNothingWrongWithTheModelsOfThisDirectory() throws Exception {
        assertThat(ModelCommand.run("check", Path.of(""))).isEmpty();
    }

    @Test
    void proposesAsTheDesignerWhoCalls() throws Exception {
        assertThat(propose("yuchengfeng", "gridloop", changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE))).isEmpty();
        assertThat(jdbc.sql("select proposed_by || ' ' || note from model_proposal").query(String.class).list())
                .containsExactly("yuchengfeng 改由便民服务岗办");
        assertThat(propose("qiuyingying", "gridloop", changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE)))
                .singleElement().asString().contains("已有待审批的提案");
    }

    @Test
    void saysWhatToDoWhenTheLoginMayNot() throws Exception {
        assertThat(propose("yuchengfeng", "wrong", new byte[0])).singleElement().asString().contains("登录没有成功");
        assertThat(propose("wangchunsheng", "gridloop", new byte[0])).singleElement().asString().contains("流程设计员");
    }

    private List<String> propose(String login, String password, byte[] table) throws IOException, InterruptedException {
        var files = new TreeMap<>(ShippedModels.with(ROUTE, table));
        return new DoorClient(URI.create("http://127.0.0.1:" + port), login, password, "改由便民服务岗办").propose(files);
    }
}
