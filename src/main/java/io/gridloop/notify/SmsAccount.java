package io.gridloop.notify;

import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account by which text messages are sent.
 *
 * @param accessKeyId name of the key
 * @param accessKeySecret the key; never shown
 * @param signName the approved name that stands in front of each message
 * @param templateCode the approved template; it has the variables {@code about} and {@code todo}
 * @param endpoint where the service is
 */
record SmsAccount(String accessKeyId, String accessKeySecret, String signName, String templateCode,
        @DefaultValue("https://dysmsapi.aliyuncs.com/") URI endpoint) {

    SmsAccount {
        if (accessKeyId == null || accessKeySecret == null || signName == null || templateCode == null) {
            throw new IllegalArgumentException("gridloop.notify.sms needs access-key-id, access-key-secret, sign-name"
                    + " and template-code");
        }
    }

    @Override
    public String toString() {
        return "SmsAccount[%s]".formatted(templateCode);
    }
}
