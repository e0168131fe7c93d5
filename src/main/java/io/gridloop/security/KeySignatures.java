package io.gridloop.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signatures in the name of a program, for addresses that open without its key. They are made with the digest of the
 * key (HMAC-SHA256), so that all instances agree without a secret of their own, and end with the key. The program itself
 * could make them too: they must open nothing but what its key opens.
 */
@Component
public class KeySignatures {

    private static final String ALGORITHM = "HmacSHA256";

    private final ApiKeys keys;

    KeySignatures(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * What signs texts in the name of a program, in hexadecimal digits. A text begins with what it is for, so that no
     * signature serves two purposes.
     *
     * @throws NoSuchElementException when the key is not in force any more
     */
    public UnaryOperator<String> of(ApiKey key) {
        var digest = keys.digest(key.id()).orElseThrow();
        return what -> hmac(digest, what);
    }

    /** The program in whose name a text was signed; nothing when the signature is wrong or its key was revoked. */
    public Optional<ApiKey> signer(long keyId, String what, String signature) {
        return keys.digest(keyId).filter(digest -> same(hmac(digest, what), signature)).flatMap(it -> keys.find(keyId));
    }

    private static boolean same(String right, String claimed) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
