package io.gridloop.desk;

import io.gridloop.cases.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The sentences that each person uses again and again, in their own order. */
@Service
class Phrases {

    /** Phrases of a person at most. */
    static final int MOST = 30;
    /** Characters of a phrase at most. */
    static final int LONGEST = 200;
    /** What everybody is offered behind their own; 样例，待县里核定. */
    static final List<String> USUAL = List.of("已到现场核实，情况属实，正在处理。", "已联系当事人，约定今天之内整改。", "已处理完毕，现场已恢复原状。",
            "经现场查看，没有发现所反映的情况。", "需要其他部门配合，请转有关部门办理。");

    private final JdbcClient jdbc;

    Phrases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's own, in their order. */
    @Transactional(readOnly = true)
    public List<Phrase> of(String login) {
        return jdbc.sql("select id, text from phrase where login = ? order by position, id").param(login)
                .query((row, i) -> new Phrase(row.getLong("id"), row.getString("text"))).list();
    }

    /** What a person is offered at a task: their own, then the usual ones. */
    @Transactional(readOnly = true)
    public List<String> offered(String login) {
        return Stream.concat(of(login).stream().map(Phrase::text), USUAL.stream()).distinct().toList();
    }

    /** Adds a phrase behind the others; returns what is wrong with it, in Chinese, and then nothing is kept. */
    @Transactional
    public Optional<String> add(String login, String text) {
        waitForOthersOf(login);
        var mine = of(login);
        var problem = problem(mine, 0, text)
                .or(() -> mine.size() < MOST ? Optional.empty() : Optional.of("最多%d条，请先删除几条".formatted(MOST)));
        if (problem.isEmpty()) {
            jdbc.sql("""
                    insert into phrase (login, position, text)
                    select ?, coalesce(max(position), 0) + 1, ? from phrase where login = ?""")
                    .params(login, text, login).update();
        }
        return problem;
    }

    /**
     * Changes the words of a phrase; returns what is wrong with them, in Chinese, and then nothing changes.
     *
     * @throws ResponseStatusException 404 when the person has no such phrase
     */
    @Transactional
    public Optional<String> change(String login, long id, String text) {
        waitForOthersOf(login);
        var mine = of(login);
        if (mine.stream().noneMatch(each -> each.id() == id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这条常用语，可能已经删除");
        }
        var problem = problem(mine, id, text);
        if (problem.isEmpty()) {
            jdbc.sql("update phrase set text = ? where id = ? and login = ?").params(text, id, login).update();
        }
        return problem;
    }

    /** Deletes a phrase; nothing happens when it is not this person's. */
    @Transactional
    public void delete(String login, long id) {
        jdbc.sql("delete from phrase where id = ? and login = ?").params(id, login).update();
    }

    /** Moves a phrase one place up or down; at the end, or when it is not this person's, nothing happens. */
    @Transactional
    public void move(String login, long id, boolean up) {
        waitForOthersOf(login);
        var ids = new ArrayList<>(of(login).stream().map(Phrase::id).toList());
        int at = ids.indexOf(id);
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= ids.size()) {
            return;
        }
        Collections.swap(ids, at, to);
        jdbc.sql("""
                update phrase set position = sorted.position
                from unnest(?) with ordinality sorted (id, position) where phrase.id = sorted.id""")
                .params((Object) ids.toArray(Long[]::new)).update();
    }

    /** @param id of the phrase that is changed; 0 for a new one */
    private static Optional<String> problem(List<Phrase> mine, long id, String text) {
        if (text.isEmpty()) {
            return Optional.of("请填写常用语");
        }
        return mine.stream().anyMatch(each -> each.id() != id && each.text().equals(text))
                ? Optional.of("已经有这条常用语")
                : PlainText.problem(text, LONGEST);
    }

    /** Two clicks at the same time would count the same room. */
    private void waitForOthersOf(String login) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("phrase:" + login)
                .query((row, i) -> login).list();
    }
}
