package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The four examples of the Amazon S3 API Reference, "Authenticating Requests: Using the Authorization Header". */
class S3SignatureTests {

    private static final S3Signature SIGNATURE = new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void signsTheReadingOfAnObject() {
        assertThat(signed("GET", "/test.txt", "", Map.of("x-amz-content-sha256", EMPTY, "range", "bytes=0-9")))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void signsTheWritingOfAnObject() {
        assertThat(signed("PUT", "/test%24file.text", "", Map.of("x-amz-content-sha256",
                S3Signature.sha256("Welcome to Amazon S3.".getBytes(UTF_8)), "date", "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-storage-class", "REDUCED_REDUNDANCY")))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void signsQueries() {
        assertThat(signed("GET", "/", "lifecycle=", Map.of("x-amz-content-sha256", EMPTY)))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        assertThat(signed("GET", "/", "max-keys=2&prefix=J", Map.of("x-amz-content-sha256", EMPTY)))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void hashesNothingToTheKnownValue() {
        assertThat(S3Signature.sha256(new byte[0])).isEqualTo(EMPTY);
    }

    private static String signed(String method, String path, String query, Map<String, String> more) {
        var headers = new TreeMap<>(more);
        headers.put("host", "examplebucket.s3.amazonaws.com");
        headers.put("x-amz-date", S3Signature.time(Instant.parse("2013-05-24T00:00:00Z")));
        return SIGNATURE.of(method, path, query, headers);
    }
}
