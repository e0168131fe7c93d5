package io.gridloop.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Robots in groups of DingTalk, by its published contract 自定义机器人接入 with 加签 as security: the signature is made of
 * the time in milliseconds, which may differ from DingTalk's by an hour; 20 messages a minute.
 */
@Component
@ConditionalOnProperty("gridloop.notify.robots[0].unit")
class DingTalkChannel implements ChannelPort {

    // The contract for text names no limit; that of WeCom keeps a message readable here too.
    private static final int MOST_BYTES = 2048;
    private static final String MAC = "HmacSHA256";
    // System busy, sent too fast (two codes are in use).
    private static final Set<Integer> BUSY = Set.of(-1, 130101, 410100);
    private static final int WRONG_SIGNATURE = 310000;
    private static final int UNREADABLE = -2;

    private final Robots robots;
    private final Webhook webhook;
    private final Clock clock;

    DingTalkChannel(Robots robots, Webhook webhook, Clock clock) {
        this.robots = robots;
        this.webhook = webhook;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.DINGTALK;
    }

    @Override
    public Optional<String> recipientOf(String login) {
        return robots.groupOf(Channel.DINGTALK, login);
    }

    @Override
    public Outcome send(String recipient, Message message) {
        return robots.of(Channel.DINGTALK, recipient).map(robot -> send(robot, message))
                .orElseGet(() -> new Outcome.Refused("这个单位没有钉钉机器人"));
    }

    /** Of the query: Base64 of the HMAC-SHA256 of time and secret, keyed by the secret. */
    static String signature(long millis, String secret) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            var signed = mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(signed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome send(Robot robot, Message message) {
        var body = Map.of("msgtype", "text", "text", Map.of("content", message.cut(MOST_BYTES)),
                "at", Map.of("atMobiles", robots.mobiles(message), "isAtAll", false));
        return webhook.postJson("钉钉", signed(robot), body, DingTalkChannel::outcome);
    }

    private URI signed(Robot robot) {
        long now = clock.millis();
        return URI.create("%s&timestamp=%d&sign=%s".formatted(robot.address(), now,
                signature(now, String.valueOf(robot.secret()))));
    }

    private static Outcome outcome(JsonNode answer) {
        int code = answer.path("errcode").asInt(UNREADABLE);
        if (code == 0) {
            return new Outcome.Delivered();
        }
        return BUSY.contains(code)
                ? new Outcome.Later("钉钉暂时不收（错误码%d）".formatted(code))
                : new Outcome.Refused(code == WRONG_SIGNATURE
                        ? "钉钉不认可机器人的加签密钥或安全设置（错误码%d）".formatted(code)
                        : "钉钉拒收（错误码%d）".formatted(code));
    }
}
