package io.gridloop.notify;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The channels that are configured; there may be none. */
@Component
class Channels {

    private final List<ChannelPort> all;

    Channels(ObjectProvider<ChannelPort> all) {
        this.all = all.orderedStream().toList();
    }

    List<ChannelPort> all() {
        return all;
    }
}
