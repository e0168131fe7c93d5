package io.gridloop.process.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds user tasks by the visit of their element. One question for the newest tasks answers for many of them; only what
 * it does not hold is asked for by its instance. What is found open is remembered, because a key never changes.
 */
@Component
public class UserTaskSearch {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int NEWEST = 200;
    private static final int OF_INSTANCE = 100;
    private static final int MOST_REMEMBERED = 20_000;

    private final UserTaskPages pages;
    private final Clock clock;
    private final Map<Long, UserTask> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, UserTask> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private Instant askedAt = Instant.EPOCH;

    UserTaskSearch(UserTaskPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** Another engine gives its keys anew. */
    @EventListener
    public synchronized void on(EngineReplaced event) {
        open.clear();
    }

    /** A task, in the state in which it was seen last; empty while the search does not show it. */
    public synchronized Optional<UserTask> find(long processInstanceKey, long elementInstanceKey) {
        if (!open.containsKey(elementInstanceKey) && askedAt.plus(PAUSE).isBefore(clock.instant())) {
            askedAt = clock.instant();
            pages.newestOpen(NEWEST).forEach(task -> open.put(task.elementInstanceKey(), task));
        }
        return Optional.ofNullable(open.get(elementInstanceKey))
                .or(() -> now(processInstanceKey, elementInstanceKey));
    }

    /** A task as the search shows it now. */
    public Optional<UserTask> now(long processInstanceKey, long elementInstanceKey) {
        return pages.ofInstance(processInstanceKey, OF_INSTANCE).stream()
                .filter(task -> task.elementInstanceKey() == elementInstanceKey).findFirst();
    }
}
