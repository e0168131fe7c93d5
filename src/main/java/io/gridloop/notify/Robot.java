package io.gridloop.notify;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A robot that writes to the group of a unit. Who knows its address can write to the group, so neither is ever shown.
 *
 * @param unit code of a department, a street or a community, or {@code county}
 * @param kind {@code wecom} or {@code dingtalk}
 * @param address the whole address of its webhook
 * @param secret by which messages to DingTalk are signed; WeCom has none
 */
record Robot(String unit, Channel kind, URI address, @Nullable String secret) {

    Robot {
        if (unit == null || unit.isBlank() || kind == null || !kind.group() || address == null
                || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "gridloop.notify.robots needs unit, kind (wecom or dingtalk) and address");
        }
        if (kind == Channel.DINGTALK && (secret == null || secret.isBlank())) {
            throw new IllegalArgumentException(
                    "gridloop.notify.robots needs the secret of the DingTalk robot of " + unit);
        }
    }

    @Override
    public String toString() {
        return "Robot[%s, %s]".formatted(unit, kind);
    }
}
