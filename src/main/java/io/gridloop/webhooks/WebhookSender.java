package io.gridloop.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.audit.AuditTrail;
import io.gridloop.cases.Audience;
import io.gridloop.cases.PublishedCases;
import io.gridloop.security.ApiKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, several at once. A redirect is not followed: an address is what the administrator has seen. A pause
 * doubles from ten seconds to four hours; {@code 410 Gone} ends the address.
 */
@Component
class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int DOUBLINGS = 12;

    private final News news;
    private final Webhooks webhooks;
    private final ApiKeys keys;
    private final PublishedCases cases;
    private final ObjectMapper json;
    private final WebhookProperties settings;
    private final Clock clock;
    private final HttpClient http;

    WebhookSender(News news, Webhooks webhooks, ApiKeys keys, PublishedCases cases, ObjectMapper json,
            WebhookProperties settings, Clock clock) {
        this.news = news;
        this.webhooks = webhooks;
        this.keys = keys;
        this.cases = cases;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(settings.timeout()).build();
    }

    /** Sends all that is due now. At a fixed rate: tasks with a fixed delay share one thread, and this one waits for others. */
    @Scheduled(fixedRateString = "${gridloop.webhooks.every:PT2S}", initialDelayString = "${gridloop.webhooks.every:PT2S}")
    void sendDue() {
        for (var batch = news.claim(AT_ONCE); !batch.isEmpty(); batch = news.claim(AT_ONCE)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                batch.forEach(it -> threads.submit(() -> send(it)));
            }
        }
    }

    private void send(Due it) {
        try {
            if (!keys.isInForce(it.keyId())) {
                webhooks.end(it.webhookId(), AuditTrail.SYSTEM, "密钥已停用。");
            } else {
                settle(it, http.send(request(it), BodyHandlers.discarding()).statusCode());
            }
        } catch (IOException e) {
            failed(it, "没有连上，或者没有按时回答：" + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("News {} could not be sent", it.messageId(), e);
            failed(it, "系统内部出错：" + e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(Due it) throws JsonProcessingException {
        var found = cases.byNumber(it.caseNumber(), new Audience(it.client(), Set.of())).orElseThrow();
        var now = clock.instant();
        var body = json.writeValueAsBytes(Message.of(found, now));
        return HttpRequest.newBuilder(URI.create(it.url())).timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "gridloop")
                .header("webhook-id", it.messageId())
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(it.secret(), it.messageId(), now.getEpochSecond(), body))
                .POST(BodyPublishers.ofByteArray(body)).build();
    }

    private void settle(Due it, int status) {
        if (status / 100 == 2) {
            news.told(it);
        } else if (status == HttpStatus.GONE.value()) {
            webhooks.end(it.webhookId(), AuditTrail.SYSTEM, "对方回答410，表示不再接收。");
        } else {
            failed(it, "对方回答" + status);
        }
    }

    private void failed(Due it, String problem) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(it.attempts() - 1, DOUBLINGS));
        var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        news.failed(it, it.attempts() < settings.attempts() ? pause : null, problem);
    }
}
