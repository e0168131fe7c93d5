package io.gridloop.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How requests to Aliyun's RPC interfaces are signed: signature version 1.0, HMAC-SHA1, by the published 请求结构和签名机制.
 *
 * @see AliyunSmsChannel
 */
final class AliyunSignature {

    private static final String MAC = "HmacSHA1";

    private AliyunSignature() {}

    /**
     * The signature of a request.
     *
     * @param method {@code GET} or {@code POST}
     * @param parameters all of them but the signature itself
     */
    static String of(String method, SortedMap<String, String> parameters, String secret) {
        var toSign = method + "&" + encode("/") + "&" + encode(query(parameters));
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters as a form, in their order. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** By RFC 3986, of which a form differs in three characters. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }
}
