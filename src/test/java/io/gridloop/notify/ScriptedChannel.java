package io.gridloop.notify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** A channel whose other side does what a test says; without a word it takes everything. */
@TestComponent
class ScriptedChannel implements ChannelPort {

    record Sent(String recipient, Message message) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final Set<String> reached = new HashSet<>();

    /** From now on it reaches these people, nobody else, and takes everything. */
    void reaches(String... logins) {
        sent.clear();
        outcomes.clear();
        reached.clear();
        reached.addAll(List.of(logins));
    }

    void answers(Outcome... next) {
        outcomes.addAll(List.of(next));
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    List<String> titles() {
        return sent.stream().map(each -> each.message().title()).toList();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Optional<String> recipientOf(String login) {
        return Optional.of(login).filter(reached::contains);
    }

    @Override
    public Outcome send(String recipient, Message message) {
        sent.add(new Sent(recipient, message));
        return outcomes.isEmpty() ? new Outcome.Delivered() : outcomes.poll();
    }
}
