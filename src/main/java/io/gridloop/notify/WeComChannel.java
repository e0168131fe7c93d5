package io.gridloop.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Robots in groups of WeCom, by its published contract 消息推送配置说明 (formerly 群机器人配置说明): text of at most 2048
 * bytes, 20 messages a minute.
 */
@Component
@ConditionalOnProperty("gridloop.notify.robots[0].unit")
class WeComChannel implements ChannelPort {

    private static final int MOST_BYTES = 2048;
    // 全局错误码: system busy, too many calls, too many at once.
    private static final Set<Integer> BUSY = Set.of(-1, 45009, 45033);
    private static final int UNREADABLE = -2;

    private final Robots robots;
    private final Webhook webhook;

    WeComChannel(Robots robots, Webhook webhook) {
        this.robots = robots;
        this.webhook = webhook;
    }

    @Override
    public Channel channel() {
        return Channel.WECOM;
    }

    @Override
    public Optional<String> recipientOf(String login) {
        return robots.groupOf(Channel.WECOM, login);
    }

    @Override
    public Outcome send(String recipient, Message message) {
        return robots.of(Channel.WECOM, recipient).map(robot -> send(robot, message))
                .orElseGet(() -> new Outcome.Refused("这个单位没有企业微信机器人"));
    }

    private Outcome send(Robot robot, Message message) {
        var text = Map.of("content", message.cut(MOST_BYTES), "mentioned_mobile_list", robots.mobiles(message));
        return webhook.postJson("企业微信", robot.address(), Map.of("msgtype", "text", "text", text),
                WeComChannel::outcome);
    }

    private static Outcome outcome(JsonNode answer) {
        int code = answer.path("errcode").asInt(UNREADABLE);
        if (code == 0) {
            return new Outcome.Delivered();
        }
        return BUSY.contains(code)
                ? new Outcome.Later("企业微信暂时不收（错误码%d）".formatted(code))
                : new Outcome.Refused("企业微信拒收（错误码%d）".formatted(code));
    }
}
