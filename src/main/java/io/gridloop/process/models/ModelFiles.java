package io.gridloop.process.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The model files that gridloop ships. */
public final class ModelFiles {

    private static final List<String> PLACES = List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn",
            "classpath*:forms/*.form");

    private ModelFiles() {}

    /** All diagrams, tables and forms on the class path: file name to content, sorted by name. */
    public static SortedMap<String, byte[]> shipped() {
        var files = new TreeMap<String, byte[]>();
        PLACES.forEach(place -> read(place, files));
        return files;
    }

    /** SHA-256 over names and contents, in hexadecimal. */
    public static String hash(SortedMap<String, byte[]> files) {
        var digest = sha256();
        files.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void read(String place, Map<String, byte[]> into) {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(place)) {
                into.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
