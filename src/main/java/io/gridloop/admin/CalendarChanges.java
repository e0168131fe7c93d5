package io.gridloop.admin;

import io.gridloop.audit.AuditTrail;
import io.gridloop.clock.CalendarFile;
import io.gridloop.clock.CalendarFiles;
import io.gridloop.clock.CalendarTarget;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the working calendar, each with its entry in the audit trail. */
@Service
class CalendarChanges {

    private final CalendarFiles files;
    private final CalendarUnitNames names;
    private final AuditTrail audit;

    CalendarChanges(CalendarFiles files, CalendarUnitNames names, AuditTrail audit) {
        this.files = files;
        this.names = names;
        this.audit = audit;
    }

    @Transactional
    public void replace(CalendarTarget target, CalendarFile file, String actor) {
        int changes = files.changes(target, file).size();
        files.replace(target, file, actor);
        audit.record(actor, "calendar.replace", target.code(), "替换%s的工作日历，变动%d行。依据：%s"
                .formatted(names.of(target), changes, file.source().isEmpty() ? "未写明" : file.source()));
    }

    /** Returns whether there was anything to undo. */
    @Transactional
    public boolean undo(CalendarTarget target, String actor) {
        boolean undone = files.undo(target, actor);
        if (undone) {
            audit.record(actor, "calendar.undo", target.code(), "%s的工作日历恢复为上一版。".formatted(names.of(target)));
        }
        return undone;
    }
}
