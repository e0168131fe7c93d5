package io.gridloop.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.gridloop.photos.Photo;
import io.gridloop.photos.Photos;
import io.gridloop.photos.PhotosProperties;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photographs of cases for the programs that sent them: what the reporter sees, and nothing of anybody else's cases,
 * however much of them a county publishes.
 */
@Service
@Transactional(readOnly = true)
public class PublishedPhotos {

    private record Sent(long id, String caseNumber) {}

    private final JdbcClient jdbc;
    private final Photos photos;
    private final PhotosProperties settings;

    PublishedPhotos(JdbcClient jdbc, Photos photos, PhotosProperties settings) {
        this.jdbc = jdbc;
        this.photos = photos;
        this.settings = settings;
    }

    /**
     * The photographs of those of these cases that a program sent, by the number of the case; of each those of the
     * report, then those of the result. Cases without any are left out.
     *
     * @param client see {@link Program#client}
     */
    public Map<String, List<Photo>> of(String client, Collection<String> caseNumbers) {
        var numbers = jdbc.sql("select id, case_number from grid_case where client = ? and case_number = any (?)")
                .params(client, caseNumbers.toArray(String[]::new)).query(Sent.class).list().stream()
                .collect(toMap(Sent::id, Sent::caseNumber));
        return photos.ofAll(numbers.keySet()).stream().filter(it -> settings.showsReporters(it.kind()))
                .sorted(Comparator.comparing(Photo::kind))
                .collect(groupingBy(it -> Objects.requireNonNull(numbers.get(it.caseId()))));
    }

    /** One photograph, if it belongs to a case that a program sent and its reporter sees it. */
    public Optional<Photo> find(String client, UUID id) {
        return photos.find(List.of(id)).stream()
                .filter(it -> it.caseId() != null && settings.showsReporters(it.kind()) && sent(client, it.caseId()))
                .findFirst();
    }

    private boolean sent(String client, long caseId) {
        return jdbc.sql("select exists (select from grid_case where id = ? and client = ?)").params(caseId, client)
                .query(Boolean.class).single();
    }
}
