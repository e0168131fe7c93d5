package io.gridloop.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds complaints of the same matter by one rule that can be told to anybody: their texts agree enough, they were
 * received within so many days, and neither their categories nor their grids, as far as known, contradict each other.
 * A new case joins the matter of the most similar earlier one. Nothing is decided by it.
 */
@Component
class SimilarCases {

    /** Of a phrase that everybody uses only the latest cases are looked at. */
    private static final int LOOKED_UP = 30;
    private static final int COMPARED = 12;
    private static final int LINKED = 5;
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final CasesProperties.Similar settings;

    SimilarCases(JdbcClient jdbc, CasesProperties properties) {
        this.jdbc = jdbc;
        this.settings = properties.similar();
    }

    /** Links new cases, which the database has already, to earlier ones and to each other. */
    void link(List<Case> fresh) {
        var sketches = sketches(fresh);
        store(sketches);
        var found = found(sketches);
        var texts = texts(found.values());
        var links = fresh.stream().sorted(Comparator.comparing(Case::id))
                .flatMap(it -> links(it, found.getOrDefault(it.id(), List.of()), texts).stream()).toList();
        if (!links.isEmpty()) {
            store(links);
            join(links, texts);
        }
    }

    /** Cases that may speak of the same matter, the most similar first. */
    List<SimilarCase> of(Case it) {
        return jdbc.sql("""
                select c.*, s.overlap from (
                    select other_id id, overlap from case_similar where case_id = :id
                    union select case_id, overlap from case_similar where other_id = :id) s
                join grid_case c on c.id = s.id
                where coalesce(c.category = cast(:category as text), true)
                  and coalesce(c.grid_code = cast(:grid as text), true)
                order by s.overlap desc, c.id limit :most""")
                .param("id", it.id()).param("category", it.category()).param("grid", it.place().gridCode())
                .param("most", SHOWN)
                .query((row, i) -> {
                    var received = row.getTimestamp("received_at").toInstant();
                    int percent = Math.round(row.getFloat("overlap") * 100);
                    return new SimilarCase(row.getString("case_number"), CaseState.valueOf(row.getString("state")),
                            received, percent, reason(it, percent, row.getString("category"),
                                    row.getString("grid_code"), received));
                })
                .list();
    }

    private static String reason(Case it, int percent, @Nullable String category, @Nullable String grid,
            Instant received) {
        var reasons = new ArrayList<String>();
        reasons.add("文字重合 " + percent + "%");
        if (category != null && category.equals(it.category())) {
            reasons.add("同一类别");
        }
        if (grid != null && grid.equals(it.place().gridCode())) {
            reasons.add("同一网格");
        }
        long days = Duration.between(received, it.origin().receivedAt()).abs().toDays();
        reasons.add(days == 0 ? "同一天内" : "相隔 " + days + " 天");
        return String.join("，", reasons);
    }

    private static Map<Long, int[]> sketches(List<Case> fresh) {
        return fresh.stream().collect(Collectors.toMap(Case::id, it -> Grams.sketch(said(it.subject(), it.text()))));
    }

    private void store(Map<Long, int[]> sketches) {
        var ids = new ArrayList<Long>();
        var hashes = new ArrayList<Integer>();
        sketches.forEach((id, sketch) -> Arrays.stream(sketch).forEach(hash -> {
            ids.add(id);
            hashes.add(hash);
        }));
        jdbc.sql("insert into case_gram (hash, case_id) select * from unnest(?, ?) g order by 1")
                .params(hashes.toArray(Integer[]::new), ids.toArray(Long[]::new)).update();
    }

    /** For each new case the earlier ones with most of its sketch, the latest first. */
    private Map<Long, List<Long>> found(Map<Long, int[]> sketches) {
        var byHash = new HashMap<Integer, List<Long>>();
        var hashes = sketches.values().stream().flatMapToInt(Arrays::stream).sorted().distinct().boxed()
                .toArray(Integer[]::new);
        jdbc.sql("""
                select h.hash, g.case_id from unnest(?) h (hash)
                cross join lateral (select case_id from case_gram where hash = h.hash
                                    order by case_id desc limit ?) g""")
                .params(hashes, LOOKED_UP)
                .query(row -> {
                    byHash.computeIfAbsent(row.getInt(1), hash -> new ArrayList<>()).add(row.getLong(2));
                });
        var found = new HashMap<Long, List<Long>>();
        sketches.forEach((id, sketch) -> found.put(id, mostFrequent(id, sketch, byHash)));
        return found;
    }

    private static List<Long> mostFrequent(long id, int[] sketch, Map<Integer, List<Long>> byHash) {
        var shared = new HashMap<Long, Integer>();
        for (int hash : sketch) {
            byHash.getOrDefault(hash, List.of()).stream().filter(other -> other < id)
                    .forEach(other -> shared.merge(other, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .limit(COMPARED).map(Map.Entry::getKey).toList();
    }

    private Map<Long, Known> texts(Collection<List<Long>> found) {
        var ids = found.stream().flatMap(List::stream).distinct().toArray(Long[]::new);
        var texts = new HashMap<Long, Known>();
        if (ids.length > 0) {
            jdbc.sql("""
                    select id, subject, text, category, grid_code, received_at, matter_id
                    from grid_case where id = any (?)""")
                    .params((Object) ids)
                    .query(row -> {
                        texts.put(row.getLong("id"), new Known(
                                Grams.of(said(row.getString("subject"), row.getString("text"))),
                                row.getString("category"), row.getString("grid_code"),
                                row.getTimestamp("received_at").toInstant(), row.getObject("matter_id", Long.class)));
                    });
        }
        return texts;
    }

    private List<Link> links(Case it, List<Long> others, Map<Long, Known> texts) {
        if (others.isEmpty()) {
            return List.of();
        }
        var grams = Grams.of(said(it.subject(), it.text()));
        return others.stream().filter(other -> fits(it, texts.get(other)))
                .map(other -> new Link(it.id(), other, Grams.overlap(grams, texts.get(other).grams())))
                .filter(link -> link.overlap() >= settings.threshold())
                .sorted(Comparator.comparing(Link::overlap).reversed().thenComparing(Link::other))
                .limit(LINKED).toList();
    }

    private boolean fits(Case it, Known other) {
        return agree(it.category(), other.category()) && agree(it.place().gridCode(), other.grid())
                && Duration.between(it.origin().receivedAt(), other.receivedAt()).abs()
                        .compareTo(settings.window()) <= 0;
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    private void store(List<Link> links) {
        jdbc.sql("insert into case_similar (case_id, other_id, overlap) select * from unnest(?, ?, ?)")
                .params(links.stream().map(Link::id).toArray(Long[]::new),
                        links.stream().map(Link::other).toArray(Long[]::new),
                        links.stream().map(link -> (float) link.overlap()).toArray(Float[]::new))
                .update();
    }

    /** The best link comes first; its matter is that of the earlier case, or begins with it. */
    private void join(List<Link> links, Map<Long, Known> texts) {
        var matters = new LinkedHashMap<Long, Long>();
        for (Link link : links) {
            if (!matters.containsKey(link.id())) {
                Long known = texts.get(link.other()).matter();
                long matter = matters.getOrDefault(link.other(), known == null ? link.other() : known);
                matters.putIfAbsent(link.other(), matter);
                matters.put(link.id(), matter);
            }
        }
        jdbc.sql("""
                update grid_case c set matter_id = m.matter from unnest(?, ?) m (id, matter)
                where c.id = m.id and c.matter_id is null""")
                .params(matters.keySet().toArray(Long[]::new), matters.values().toArray(Long[]::new)).update();
    }

    private static String said(@Nullable String subject, String text) {
        return subject == null || text.startsWith(subject) ? text : subject + text;
    }

    private record Known(
            int[] grams, @Nullable String category, @Nullable String grid, Instant receivedAt,
            @Nullable Long matter) {}

    private record Link(long id, long other, double overlap) {}
}
