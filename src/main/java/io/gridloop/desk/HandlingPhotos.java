package io.gridloop.desk;

import io.gridloop.cases.TaskGoneException;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.Photos;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The photographs that are added while a case is handled: whose they are, and how many a task takes. */
@Service
class HandlingPhotos {

    /** What they may show. */
    static final List<PhotoKind> KINDS = List.of(PhotoKind.BEFORE, PhotoKind.AFTER_NEAR, PhotoKind.AFTER_FAR);
    /** Photographs of a task at most. */
    static final int MOST = 12;

    private static final String HANDLING = "Task_HandleCase";
    private static final String GONE = "这项任务已经办理，或者不收照片；照片没有变动。";

    private final Tasks tasks;
    private final Photos photos;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandlingPhotos(Tasks tasks, Photos photos, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.photos = photos;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether photographs of the handling can be added to a task now. */
    static boolean takes(TaskView task) {
        return task.open() && task.element().equals(HANDLING);
    }

    /** @throws TaskGoneException when no photographs can be added to a task now */
    static void refuseOther(TaskView task) {
        if (!takes(task)) {
            throw new TaskGoneException(GONE);
        }
    }

    /** Which photographs somebody may take off again: those they brought, as long as the task is open. */
    @Transactional(readOnly = true)
    public Set<UUID> removable(TaskView task, String login) {
        return takes(task)
                ? jdbc.sql("select photo_id from desk_photo where task_key = ? and added_by = ?")
                        .params(task.key(), login).query(UUID.class).set()
                : Set.of();
    }

    /**
     * Attaches a photograph that was taken in to the task's case; the same picture of the same kind a second time
     * changes nothing.
     *
     * @return whether there was room for it
     * @throws TaskGoneException when the task is not open any more
     */
    @Transactional
    public boolean attach(long key, String login, Photo photo) {
        waitForOthersAt(key);
        var task = open(key, login);
        if (isThere(task, photo)) {
            return true;
        }
        if (count(key) >= MOST) {
            return false;
        }
        photos.attach(task.caseId(), Set.of(photo.id()));
        jdbc.sql("insert into desk_photo (photo_id, task_key, added_by, added_at) values (?, ?, ?, ?)")
                .params(photo.id(), key, login, clock.instant().atOffset(ZoneOffset.UTC)).update();
        return true;
    }

    /**
     * Takes a photograph off again; one that somebody else brought, or to another task, stays.
     *
     * @return whether it was theirs
     * @throws TaskGoneException when the task is not open any more
     */
    @Transactional
    public boolean remove(long key, String login, UUID id) {
        waitForOthersAt(key);
        var task = open(key, login);
        int theirs = jdbc.sql("delete from desk_photo where photo_id = ? and task_key = ? and added_by = ?")
                .params(id, key, login).update();
        return theirs > 0 && photos.detach(task.caseId(), id);
    }

    private TaskView open(long key, String login) {
        return tasks.find(key).filter(HandlingPhotos::takes).filter(task -> tasks.mayAnswer(login, task))
                .orElseThrow(() -> new TaskGoneException(GONE));
    }

    private boolean isThere(TaskView task, Photo photo) {
        return photos.of(task.caseId()).stream()
                .anyMatch(each -> each.kind() == photo.kind() && each.sha256().equals(photo.sha256()));
    }

    private int count(long key) {
        return jdbc.sql("select count(*) from desk_photo where task_key = ?").param(key).query(Integer.class).single();
    }

    /** Two clicks at the same time would count the same room, and bring the same picture twice. */
    private void waitForOthersAt(long key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("desk-photo:" + key)
                .query((row, i) -> key).list();
    }
}
