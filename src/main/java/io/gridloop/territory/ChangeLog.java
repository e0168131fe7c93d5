package io.gridloop.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All changes of the county since it was loaded, and how to take one back. */
@Component
public class ChangeLog {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int LONGEST = 8_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The log, youngest first. */
    public Page<LoggedChange> list(Pageable page) {
        var total = jdbc.sql("select count(*) from county_change").query(Long.class).single();
        var rows = jdbc.sql("select * from county_change order by id desc limit ? offset ?")
                .params(page.getPageSize(), page.getOffset()).query(ChangeLog::row).list();
        return new PageImpl<>(rows, page, total);
    }

    /** The change with this number. */
    public Optional<LoggedChange> find(long id) {
        return jdbc.sql("select * from county_change where id = ?").param(id).query(ChangeLog::row).optional();
    }

    /** The number of the youngest change; 0 before the first. */
    long youngest() {
        return jdbc.sql("select coalesce(max(id), 0) from county_change").query(Long.class).single();
    }

    ChangeMade write(ChangeKind kind, CountyChange change, Moves moves, List<String> lines, String actor) {
        var title = kind.label() + "：" + lines.getFirst();
        var shown = title.length() <= 60 ? title : title.substring(0, 59) + "…";
        var details = String.join("\n", lines);
        var id = jdbc.sql("""
                insert into county_change (at, actor, kind, subject, title, details, moves)
                values (?, ?, ?, ?, ?, ?, ?::jsonb) returning id""")
                .params(Timestamp.from(clock.instant()), actor, kind.name(), moves.subject(), shown,
                        details.substring(0, Math.min(LONGEST, details.length())), json(moves))
                .query(Long.class).single();
        if (change instanceof CountyChange.Undo undo) {
            jdbc.sql("update county_change set undone_by = ? where id = ?").params(id, undo.change()).update();
        }
        return new ChangeMade(id, shown, lines);
    }

    /** What a change did, which is to be turned round. */
    Moves toUndo(long id) {
        var change = find(id).orElseThrow(() -> new ChangeRefused("没有这条变动记录。"));
        ChangeRefused.unless(change.undoneBy() == null, "这条变动已经撤销过了。");
        return jdbc.sql("select moves from county_change where id = ?").param(id).query(String.class).optional()
                .map(ChangeLog::moves).orElseThrow();
    }

    private static LoggedChange row(ResultSet row, int i) throws SQLException {
        return new LoggedChange(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("actor"),
                ChangeKind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("title"),
                row.getString("details").lines().toList(), row.getObject("undone_by", Long.class));
    }

    private static String json(Moves moves) {
        try {
            return JSON.writeValueAsString(moves);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Moves moves(String json) {
        try {
            return JSON.readValue(json, Moves.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
