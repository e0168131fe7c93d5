package io.gridloop.notify;

import java.util.Optional;

/** One way out of gridloop; there is a bean for each that is configured. */
interface ChannelPort {

    /** Which way it is. */
    Channel channel();

    /** Under which name it reaches a member of staff: their login, or that of a group; nothing when it cannot. */
    Optional<String> recipientOf(String login);

    /** Sends a message, within half a minute. Never fails: what goes wrong is in the outcome. */
    Outcome send(String recipient, Message message);
}
