package io.gridloop.photos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The pictures in a bucket of an S3 server, by path-style addresses; a PUT is there whole or not at all. The older HTTP
 * client of the JDK, because it alone gives up on an answer that stops in its middle.
 */
@Component
@ConditionalOnProperty(name = "gridloop.photos.store", havingValue = "s3")
class S3PhotoStore implements PhotoStore {

    private static final byte[] NOTHING = {};
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI bucket;
    private final S3Signature signature;
    private final int timeout;
    private final Clock clock;

    S3PhotoStore(S3Properties settings, Clock clock) {
        this.bucket = settings.address();
        this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
        this.timeout = Math.toIntExact(settings.timeout().toMillis());
        this.clock = clock;
    }

    @Override
    public void put(PhotoKey key, byte[] jpeg) throws IOException {
        HttpURLConnection request = request("PUT", key, jpeg);
        try {
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(jpeg.length);
            request.setRequestProperty("Content-Type", "image/jpeg");
            try (OutputStream body = request.getOutputStream()) {
                body.write(jpeg);
            }
            expect(request, List.of(OK));
        } finally {
            request.disconnect();
        }
    }

    @Override
    public InputStream open(PhotoKey key) throws IOException {
        HttpURLConnection request = request("GET", key, NOTHING);
        expect(request, List.of(OK));
        return request.getInputStream();
    }

    @Override
    public void remove(PhotoKey key) throws IOException {
        HttpURLConnection request = request("DELETE", key, NOTHING);
        try {
            expect(request, List.of(OK, NO_CONTENT, NOT_FOUND));
        } finally {
            request.disconnect();
        }
    }

    /** Names of buckets and pictures hold no character that an address would have to encode. */
    private HttpURLConnection request(String method, PhotoKey key, byte[] content) throws IOException {
        URI address = bucket.resolve(key.fileName());
        TreeMap<String, String> signed = new TreeMap<>();
        signed.put("host", host(address));
        signed.put("x-amz-content-sha256", S3Signature.sha256(content));
        signed.put("x-amz-date", S3Signature.time(clock.instant()));
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        request.setRequestMethod(method);
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
        request.setInstanceFollowRedirects(false);
        request.setUseCaches(false);
        request.setRequestProperty("Authorization", signature.of(method, address.getRawPath(), "", signed));
        signed.tailMap("x-").forEach(request::setRequestProperty);
        return request;
    }

    /** As the client writes the header: without the port that belongs to the scheme. */
    private static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() == -1 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    private static void expect(HttpURLConnection request, List<Integer> fine) throws IOException {
        int status = request.getResponseCode();
        if (!fine.contains(status)) {
            request.disconnect();
            throw new IOException("The S3 server answered %d to %s".formatted(status, request.getRequestMethod()));
        }
    }
}
