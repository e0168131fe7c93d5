package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.json;
import static io.gridloop.intake.open311.Open311Program.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;

/** What everybody may ask: where the interface is, what can be reported, and what is no address of it. */
@Open311Test
class Open311DiscoveryTests {

    @LocalServerPort
    int port;

    @Autowired
    Categories categories;

    private Open311Program program;

    @BeforeEach
    void aNewProgram() {
        program = new Open311Program(port);
    }

    @Test
    void tellsWhereTheInterfaceIs() {
        var found = json(program.get("/discovery.json"));
        assertThat(found.fieldNames()).toIterable().containsExactly("changeset", "contact", "key_service",
                "endpoints");
        var endpoint = found.get("endpoints").get(0);
        assertThat(endpoint.get("specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").asText()).isEqualTo("https://county.example/open311/v2");
        assertThat(endpoint.get("type").asText()).isEqualTo("production");
        assertThat(endpoint.get("formats")).extracting(JsonNode::asText).containsExactly("text/xml",
                "application/json");
        assertThat(endpoint.get("changeset").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
        var root = xml(program.get("/discovery.xml")).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("discovery");
        assertThat(children(child(root, "endpoints"))).containsExactly("endpoint");
        assertThat(children(child(child(child(root, "endpoints"), "endpoint"), "formats"))).containsExactly("format",
                "format");
    }

    @Test
    void answersInTheFormatAsked() {
        assertThat(type(program.get("/services.xml"))).isEqualTo("text/xml;charset=utf-8");
        assertThat(program.get("/services.xml").body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(type(program.get("/services.json"))).isEqualTo("application/json;charset=utf-8");
        assertThat(type(program.get("/services/nothing.xml"))).isEqualTo("text/xml;charset=utf-8");
        assertThat(type(program.get("/services/nothing.json"))).isEqualTo("application/json;charset=utf-8");
        assertThat(type(program.send("GET", "/services.json", "Accept", "image/png")))
                .isEqualTo("application/json;charset=utf-8");
    }

    @Test
    void listsTheCatalogueAsServices() {
        var services = json(program.get("/services.json"));
        assertThat(services).extracting(it -> it.get("service_code").asText())
                .containsExactlyElementsOf(categories.all().stream().map(Category::code).toList());
        var litter = services.get(1);
        assertThat(litter.fieldNames()).toIterable().containsExactly("service_code", "service_name", "description",
                "metadata", "type", "keywords", "group");
        assertThat(litter.get("service_name").asText()).isEqualTo("暴露垃圾");
        assertThat(litter.get("group").asText()).isEqualTo("市容环境");
        assertThat(litter.get("keywords").asText()).isEqualTo("市容环境,暴露垃圾");
        assertThat(litter.get("type").asText()).isEqualTo("realtime");
        assertThat(litter.get("metadata").isBoolean()).isTrue();
        assertThat(litter.get("metadata").booleanValue()).isFalse();
        assertThat(services.get(5).get("type").asText()).isEqualTo("batch");
        var root = xml(program.get("/services.xml")).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("services");
        assertThat(children(root)).hasSize(services.size()).containsOnly("service");
        assertThat(child(root, "service").getTextContent()).contains("01-01", "私搭乱建");
    }

    @Test
    void asksWhetherSomebodyIsInDangerWhereThatMayBe() {
        var definition = json(program.get("/services/05-02.json"));
        assertThat(definition.get("service_code").asText()).isEqualTo("05-02");
        var note = definition.get("attributes").get(0);
        assertThat(note.get("variable").booleanValue()).isFalse();
        assertThat(note.get("description").asText()).contains("119");
        var question = definition.get("attributes").get(1);
        assertThat(question.fieldNames()).toIterable().containsExactly("variable", "code", "datatype", "required",
                "datatype_description", "order", "description", "values");
        assertThat(question.get("code").asText()).isEqualTo("EMERGENCY");
        assertThat(question.get("datatype").asText()).isEqualTo("singlevaluelist");
        assertThat(question.get("order").intValue()).isEqualTo(2);
        assertThat(question.get("values")).extracting(it -> it.get("key").asText()).containsExactly("110", "119",
                "120", "122");
        assertThat(json(program.get("/services.json")))
                .filteredOn(it -> it.get("metadata").booleanValue())
                .extracting(it -> it.get("service_code").asText()).contains("05-01", "05-02", "08-03")
                .doesNotContain("01-02");
        var root = xml(program.get("/services/05-02.xml")).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("service_definition");
        assertThat(children(root)).containsExactly("service_code", "attributes");
        assertThat(children(child(root, "attributes"))).hasSize(3).containsOnly("attribute");
    }

    @Test
    void asksNothingMoreOfOtherServices() {
        var definition = json(program.get("/services/01-02.json"));
        assertThat(definition.get("service_code").asText()).isEqualTo("01-02");
        assertThat(definition.get("attributes")).isEmpty();
        assertThat(children(child(xml(program.get("/services/01-02.xml")).getDocumentElement(), "attributes")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /services/99-99.json                            | service_code
            GET  | /services.json?jurisdiction_id=elsewhere.example | jurisdiction_id
            GET  | /services/01-02.json?jurisdiction_id=elsewhere  | jurisdiction_id
            GET  | /requests.json?jurisdiction_id=elsewhere        | jurisdiction_id
            GET  | /requests/1.json?jurisdiction_id=elsewhere      | jurisdiction_id
            GET  | /tokens/1.json?jurisdiction_id=elsewhere        | jurisdiction_id
            GET  | /requests/WZ26-000000-0.json                    | service_request_id
            GET  | /tokens/0123456789abcdef0123456789abcdef.json   | token
            GET  | /tokens/x.json                                  | token
            GET  | /nothing.json                                   | 没有这个资源
            GET  | /services/.json                                 | 没有
            PUT  | /requests.json                                  | 没有这个资源
            DELETE | /requests/WZ26-000000-0.json                  | 没有这个资源
            POST | /services.json                                  | 没有这个资源
            """)
    void whatDoesNotExistIsNotFound(String method, String path, String words) {
        var refused = program.send(method, path);
        assertThat(refused.statusCode()).isEqualTo(404);
        var error = json(refused).get(0);
        assertThat(error.fieldNames()).toIterable().containsExactly("code", "description");
        assertThat(error.get("code").intValue()).isEqualTo(404);
        assertThat(error.get("description").asText()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services.pdf", "/services.html", "/services", "/requests", "/discovery.yaml",
            "/services/01-02.JSON", "/requests.", "/tokens/1"})
    void anUnknownFormatIsNotFoundAndXmlSaysSo(String path) {
        var refused = program.get(path);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(type(refused)).isEqualTo("text/xml;charset=utf-8");
        var root = xml(refused).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("errors");
        assertThat(children(root)).containsExactly("error");
        assertThat(children(child(root, "error"))).containsExactly("code", "description");
        assertThat(child(root, "error").getTextContent()).startsWith("404").contains("格式");
    }

    @Test
    void takesItsOwnJurisdictionAndNoneAtAll() {
        assertThat(program.get("/services.json?jurisdiction_id=county.example").statusCode()).isEqualTo(200);
        assertThat(program.get("/services.json?jurisdiction_id=").statusCode()).isEqualTo(200);
        assertThat(program.get("/services.json").statusCode()).isEqualTo(200);
    }

    @Test
    void makesNoSessionAndLetsPagesOfOtherSitesAsk() {
        var answer = program.send("GET", "/services.json", "Origin", "https://app.example");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).hasValue("Retry-After");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var asked = program.send("OPTIONS", "/requests.json", "Origin", "https://app.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "idempotency-key");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", "").toLowerCase();
    }

    private static Stream<Element> elements(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static Stream<String> children(Element parent) {
        return elements(parent).map(Element::getTagName);
    }

    private static Element child(Element parent, String name) {
        return elements(parent).filter(it -> it.getTagName().equals(name)).findFirst().orElseThrow();
    }
}
