package io.gridloop.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.Receipt;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in what phones have saved without a network. It needs neither cookie nor token: the key, made on the phone at
 * random, tells one report from another, and sending anything again changes nothing.
 */
@RestController
class QueuedReportController {

    /**
     * What stays on the phone of a report.
     *
     * @param caseNumber its speakable number
     * @param receiptCode the secret that opens the receipt
     * @param repeated whether it had been accepted before
     */
    record Sent(String caseNumber, String receiptCode, boolean repeated) {}

    /** A photograph that was taken in, also when it was before. */
    record SentPhoto(int number) {}

    private final QueuedReports reports;
    private final QueuedPhotos photos;
    private final JsonBody<QueuedReport> json;

    QueuedReportController(QueuedReports reports, QueuedPhotos photos, ObjectMapper mapper) {
        this.reports = reports;
        this.photos = photos;
        this.json = new JsonBody<>(mapper, QueuedReport.class);
    }

    @PutMapping(path = "/report/queued/{key}/photos/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    SentPhoto photo(@PathVariable String key, @PathVariable String number, InputStream content) throws IOException {
        requireKey(key);
        int place = number(number);
        photos.take(key, place, null, content);
        return new SentPhoto(place);
    }

    @PostMapping(path = "/report/queued/{key}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Sent> report(@PathVariable String key, InputStream body) throws IOException {
        requireKey(key);
        Receipt receipt = reports.accept(key, json.read(body.readNBytes(JsonBody.MOST_BYTES + 1)));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Sent(receipt.caseNumber(), receipt.receiptCode(), receipt.repeated()));
    }

    /** @throws ApiProblem when it is no place of a photograph */
    static int number(String number) {
        if (!number.matches("[1-" + ReportPhotos.MOST + "]")) {
            throw ApiProblem.wrong("number", "照片序号是 1 到 %d".formatted(ReportPhotos.MOST));
        }
        return Integer.parseInt(number);
    }

    /** @throws ApiProblem when it is no key of a report */
    static void requireKey(String key) {
        if (!SubmissionKey.isValid(key)) {
            throw ApiProblem.wrong("key", "请为每份上报用一个随机的 UUID，小写字母");
        }
    }
}
