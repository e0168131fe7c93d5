package io.gridloop.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the decision tables were or will be asked, so that a changed table can be tried on cases that exist. */
@Service
@Transactional(readOnly = true)
public class DecisionInputs {

    private static final String IN_SCOPE = """
            reported_at between :from and :to and (channel = 'IMPORT' or not :imported)""";

    private final JdbcClient jdbc;
    private final Categories categories;

    DecisionInputs(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    /**
     * Which cases.
     *
     * @param from when the first was taken in
     * @param to when the last was taken in
     * @param imported only those that came with an import
     */
    public record Scope(Instant from, Instant to, boolean imported) {}

    /**
     * Cases with the same inputs.
     *
     * @param category code; null while it is not known
     * @param handlingLevel what the grid leader chose; null before that
     */
    public record Group(@Nullable String category, @Nullable String handlingLevel, long cases) {}

    /** All cases in the scope, counted by their inputs. */
    public List<Group> groups(Scope scope) {
        return scoped("""
                select category, handling_level, count(*) cases from grid_case where %s
                group by category, handling_level order by category, handling_level""", scope)
                .query((row, i) -> new Group(row.getString("category"), row.getString("handling_level"),
                        row.getLong("cases")))
                .list();
    }

    /** Numbers of the cases of a group, oldest first. */
    public List<String> numbers(Scope scope, Group group, int most) {
        return scoped("""
                select case_number from grid_case where %s and category is not distinct from :category
                and handling_level is not distinct from :level order by id limit :most""", scope)
                .param("category", group.category()).param("level", group.handlingLevel()).param("most", most)
                .query(String.class).list();
    }

    /** The last cases of any origin: from when to when they were taken in. */
    public Scope last(int most) {
        return jdbc.sql("""
                select coalesce(min(reported_at), 'epoch') first, coalesce(max(reported_at), 'epoch') last
                from (select reported_at from grid_case order by reported_at desc limit ?) newest""").param(most)
                .query((row, i) -> new Scope(row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant(), false))
                .single();
    }

    /** The name of a category for people. */
    public String label(@Nullable String category) {
        return categories.label(category);
    }

    /** How many open cases run on which version of the main diagram; -1 for those that have not begun yet. */
    public Map<Integer, Long> openByVersion() {
        var counts = new LinkedHashMap<Integer, Long>();
        jdbc.sql("""
                select case when process_instance_key is null then -1 else coalesce(process_version, 0) end version,
                count(*) cases from grid_case where state <> 'CLOSED' group by 1 order by 1""")
                .query(row -> {
                    counts.put(row.getInt("version"), row.getLong("cases"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(IN_SCOPE)).param("from", scope.from().atOffset(ZoneOffset.UTC))
                .param("to", scope.to().atOffset(ZoneOffset.UTC)).param("imported", scope.imported());
    }
}
