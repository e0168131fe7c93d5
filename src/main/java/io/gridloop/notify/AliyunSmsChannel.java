package io.gridloop.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.PlainText;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Text messages by Aliyun's short message service: {@code SendSms} of API version 2017-05-25, RPC style, signed as in
 * {@link AliyunSignature}. The template must be approved beforehand, for example 案件通知：${about}，${todo}，请登录网格闭环查看。
 * A template takes no address, so the link stays out.
 */
@Component
@ConditionalOnProperty("gridloop.notify.sms.access-key-id")
class AliyunSmsChannel implements ChannelPort {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC);
    // A variable of a template takes 35 characters.
    private static final int LONGEST = 34;
    // Published error codes: limits of the number, the account or the interface, no money, trouble of their own.
    private static final Pattern BUSY = Pattern.compile("isv\\.\\w+_LIMIT_CONTROL|isv\\.AMOUNT_NOT_ENOUGH"
            + "|isv\\.OUT_OF_SERVICE|isp\\..*|Throttling.*|ServiceUnavailable.*|InternalError.*");
    private static final Pattern CODE = Pattern.compile("[\\w.]{1,60}");

    private final SmsAccount account;
    private final StaffContacts contacts;
    private final Webhook webhook;
    private final ObjectMapper json;
    private final Clock clock;

    AliyunSmsChannel(NotifyProperties settings, StaffContacts contacts, Webhook webhook, ObjectMapper json,
            Clock clock) {
        this.account = Objects.requireNonNull(settings.sms());
        this.contacts = contacts;
        this.webhook = webhook;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Optional<String> recipientOf(String login) {
        return Optional.of(login).filter(it -> contacts.of(it).mobile() != null);
    }

    @Override
    public Outcome send(String recipient, Message message) {
        return Optional.ofNullable(contacts.of(recipient).mobile()).map(mobile -> send(parameters(mobile, message)))
                .orElseGet(() -> new Outcome.Refused("已不再提供手机号码"));
    }

    // In the body, because addresses end up in logs on the way.
    private Outcome send(SortedMap<String, String> parameters) {
        var signature = AliyunSignature.of("POST", parameters, account.accessKeySecret());
        parameters.put("Signature", signature);
        return webhook.post("短信平台", account.endpoint(), "application/x-www-form-urlencoded",
                AliyunSignature.query(parameters), AliyunSmsChannel::outcome);
    }

    private SortedMap<String, String> parameters(String mobile, Message message) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("AccessKeyId", account.accessKeyId()),
                Map.entry("Action", "SendSms"),
                Map.entry("Format", "JSON"),
                Map.entry("PhoneNumbers", mobile),
                Map.entry("RegionId", "cn-hangzhou"),
                Map.entry("SignName", account.signName()),
                Map.entry("SignatureMethod", "HMAC-SHA1"),
                Map.entry("SignatureNonce", UUID.randomUUID().toString()),
                Map.entry("SignatureVersion", "1.0"),
                Map.entry("TemplateCode", account.templateCode()),
                Map.entry("TemplateParam", variables(message)),
                Map.entry("Timestamp", TIME.format(clock.instant())),
                Map.entry("Version", "2017-05-25")));
    }

    private String variables(Message message) {
        try {
            return json.writeValueAsString(new TreeMap<>(Map.of("about", PlainText.cut(message.about(), LONGEST),
                    "todo", PlainText.cut(message.todo(), LONGEST))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(JsonNode answer) {
        var code = answer.path("Code").asText();
        if (code.equals("OK")) {
            return new Outcome.Delivered();
        }
        return BUSY.matcher(code).matches()
                ? new Outcome.Later("短信平台暂时不收（%s）".formatted(code))
                : new Outcome.Refused("短信平台拒收（%s）".formatted(CODE.matcher(code).matches() ? code : "无错误码"));
    }
}
