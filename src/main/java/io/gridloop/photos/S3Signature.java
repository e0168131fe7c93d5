package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS signature version 4 in a header, for S3 (Amazon S3 API Reference, "Signature Calculations for the Authorization
 * Header: Transferring Payload in a Single Chunk").
 */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private final String region;
    private final String accessKey;
    private final String secretKey;

    S3Signature(String region, String accessKey, String secretKey) {
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** A moment as the header {@code x-amz-date} has it. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** SHA-256 in hexadecimal digits, as the header {@code x-amz-content-sha256} has it. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param path of the address, encoded
     * @param query of the address, encoded and sorted; empty when there is none
     * @param headers those that are signed, names in small letters; {@code host}, {@code x-amz-date} and
     *     {@code x-amz-content-sha256} are among them
     */
    String of(String method, String path, String query, SortedMap<String, String> headers) {
        var time = headers.getOrDefault("x-amz-date", "");
        var scope = "%s/%s/s3/aws4_request".formatted(time.substring(0, 8), region);
        var names = String.join(";", headers.keySet());
        var lines = headers.entrySet().stream().map(it -> it.getKey() + ":" + it.getValue() + "\n").collect(joining());
        var request = String.join("\n", method, path, query, lines, names,
                headers.getOrDefault("x-amz-content-sha256", ""));
        var toSign = String.join("\n", ALGORITHM, time, scope, sha256(request.getBytes(UTF_8)));
        var signature = HexFormat.of().formatHex(hmac(key(time.substring(0, 8)), toSign));
        return "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s".formatted(ALGORITHM, accessKey, scope, names,
                signature);
    }

    private byte[] key(String day) {
        var ofDay = hmac(("AWS4" + secretKey).getBytes(UTF_8), day);
        return hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
