package io.gridloop.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** The files that the field {@code photo} of a page brings. */
public final class ChosenFiles {

    private static final int LONGEST_NAME = 40;

    private ChosenFiles() {}

    /** Those that somebody chose; none when the request is no upload. */
    public static List<MultipartFile> of(HttpServletRequest request) {
        var upload = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return upload == null ? List.of() : upload.getFiles("photo").stream().filter(ChosenFiles::isChosen).toList();
    }

    /** What a file is called, for people only: without folders and without characters that nobody sees. */
    public static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("")
                .replaceFirst("^.*[/\\\\]", "").replaceAll("\\p{C}", "");
        return name.isEmpty() ? "照片" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** A field where nobody chose a file sends one that has neither content nor name. */
    private static boolean isChosen(MultipartFile file) {
        var name = file.getOriginalFilename();
        return !file.isEmpty() || (name != null && !name.isEmpty());
    }
}
