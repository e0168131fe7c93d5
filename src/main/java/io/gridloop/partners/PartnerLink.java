package io.gridloop.partners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.gridloop.partners.Trouble.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Speaks HTTP with partners. Redirects are not followed: an address is what the administrator has set. Addresses and
 * forms hold the key, so nothing of them is logged and no text of an error is passed on.
 */
@Component
class PartnerLink {

    /** Bytes; a list of a thousand requests has about half of it. */
    private static final int LONGEST = 2_000_000;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER).connectTimeout(CONNECT).build();

    /** One answer, whatever its status. */
    record Reply(int status, byte[] body) {

        String text() {
            return new String(body, UTF_8).strip();
        }
    }

    /** @param path begins with a slash */
    Reply get(Partner partner, String path, Map<String, String> query) throws Trouble {
        return exchange(partner, request(partner, path + "?" + encoded(query)).GET().build());
    }

    /** @param path begins with a slash */
    Reply post(Partner partner, String path, Map<String, String> form) throws Trouble {
        return exchange(partner, request(partner, path)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(encoded(form))).build());
    }

    /** A part of an address. */
    static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static HttpRequest.Builder request(Partner partner, String path) {
        return HttpRequest.newBuilder(URI.create(partner.base() + path)).timeout(partner.timeout())
                .header("User-Agent", "gridloop").header("Accept", "application/json");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /** The time of a request itself ends with the headers of its answer; this one counts to the end of the body. */
    private Reply exchange(Partner partner, HttpRequest request) throws Trouble {
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request, head -> new LimitedBody(LONGEST));
        try {
            var response = pending.get(partner.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new Trouble(Kind.UNCLEAR, "对方没有按时回答");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new Trouble(Kind.UNCLEAR, "系统正在停止，没有等到回答");
        } catch (ExecutionException e) {
            throw lost(e.getCause());
        }
    }

    private static Trouble lost(@Nullable Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof LimitedBody.TooLong) {
                return new Trouble(Kind.UNCLEAR, "对方的回答超过2 MB，已中断");
            }
            if (each instanceof ConnectException || each instanceof HttpConnectTimeoutException
                    || each instanceof SSLHandshakeException) {
                return new Trouble(Kind.NOT_TAKEN, "没有连上对方：" + each.getClass().getSimpleName());
            }
        }
        return new Trouble(Kind.UNCLEAR,
                "连接中断，或者没有按时回答：" + (why == null ? "" : why.getClass().getSimpleName()));
    }
}
