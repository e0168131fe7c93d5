package io.gridloop.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.partners.PartnerLink.Reply;
import io.gridloop.partners.Trouble.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads what partners answer: a list of objects, or why there is none. */
@Component
class Answers {

    private static final int LONGEST_REASON = 150;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Trouble when the status is no success, or the body no list in JSON */
    List<JsonNode> read(Partner partner, Reply reply) throws Trouble {
        int status = reply.status();
        if (status / 100 == 2) {
            return list(reply);
        }
        if (status / 100 == 3) {
            throw new Trouble(Kind.FOR_GOOD, "对方要求跳转（%d），系统不跟随，请核对地址".formatted(status));
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            throw new Trouble(Kind.NOT_TAKEN, "对方嫌请求太频繁（429）");
        }
        var words = "对方回答%d%s".formatted(status, reason(partner, reply));
        throw new Trouble(status / 100 == 4 ? Kind.FOR_GOOD : Kind.UNCLEAR, words);
    }

    private List<JsonNode> list(Reply reply) throws Trouble {
        var node = parsed(reply);
        if (!node.isArray()) {
            throw new Trouble(Kind.UNCLEAR, "对方的回答不是Open311的列表");
        }
        return StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject).toList();
    }

    private JsonNode parsed(Reply reply) throws Trouble {
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new Trouble(Kind.UNCLEAR, garbage(reply.text()));
        }
    }

    private static String garbage(String text) {
        if (!text.startsWith("<")) {
            return "对方的回答无法识别，不是JSON";
        }
        return html(text) ? "对方回答的是网页，不是JSON，请核对地址" : "对方只回答XML，没有JSON，不能对接";
    }

    private static boolean html(String text) {
        var start = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.contains("<html");
    }

    /** What the specification's list of errors says; a server without JSON answers this address in XML. */
    private String reason(Partner partner, Reply reply) {
        var text = reply.text();
        if (text.startsWith("<")) {
            return html(text) ? "（网页）" : "（XML，对方可能没有JSON）";
        }
        try {
            var said = json.readTree(reply.body()).path(0).path("description").asText("")
                    .replace(partner.apiKey(), "***");
            return ForeignText.line(said, LONGEST_REASON).map(it -> "：" + it).orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
