package io.gridloop.intake;

import io.gridloop.photos.ChosenFiles;
import io.gridloop.photos.Photo;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoOrigin;
import io.gridloop.photos.PhotoRefusedException;
import io.gridloop.photos.PhotoSize;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import io.gridloop.photos.TakenPhoto;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** The photographs of report pages, from the moment they are sent until the report is accepted. */
@Component
class ReportPhotos {

    /** Photographs of a report at most. */
    static final int MOST = 5;

    private static final String FIELD = "photo";
    private final Photos photos;

    ReportPhotos(Photos photos) {
        this.photos = photos;
    }

    /** Takes in what a page brings; each file that cannot be taken is named in {@code problems}, the others are kept. */
    KeptPhotos take(PhotoFields fields, Problems problems) {
        List<String> refused = new ArrayList<>();
        List<Photo> all = new ArrayList<>(stillThere(fields.kept(), refused));
        PhotoOrigin origin = null;
        for (MultipartFile file : fields.files()) {
            TakenPhoto taken = all.size() < MOST ? take(file, refused) : oneTooMany(file, refused);
            if (taken != null) {
                all.add(taken.photo());
                origin = origin == null ? taken.origin() : origin;
            }
        }
        if (!refused.isEmpty()) {
            problems.add(FIELD, String.join("；", refused));
        }
        return new KeptPhotos(all, origin);
    }

    /** Says that photographs kept until now are of no use any more. */
    static void addGone(Problems problems) {
        problems.add(FIELD, "有照片已经用于另一件事，或者放得太久已经删除，请重新选择");
    }

    /**
     * Puts photographs that wait on the page again, and where they were shot. Their thumbnails stand in the page itself, so that no address
     * opens them; one that belongs to a case by now is never shown here.
     */
    void show(KeptPhotos kept, Model model) {
        model.addAttribute("photoOrigin", kept.origin());
        model.addAttribute("photos", photos.find(kept.ids()).stream().filter(photo -> photo.caseId() == null)
                .map(photo -> new Shown(photo.id(), thumbnail(photo.id()))).toList());
    }

    private List<Photo> stillThere(Set<UUID> ids, List<String> refused) {
        List<Photo> found = photos.find(ids).stream().limit(MOST).toList();
        if (found.size() < ids.size()) {
            refused.add("有照片放得太久，已经删除，请重新选择");
        }
        return found;
    }

    private @Nullable TakenPhoto take(MultipartFile file, List<String> refused) {
        try {
            return photos.take(new PhotoUpload(file), PhotoKind.REPORT);
        } catch (PhotoRefusedException e) {
            refused.add("“%s”：%s".formatted(ChosenFiles.name(file), e.reason()));
            return null;
        }
    }

    private static @Nullable TakenPhoto oneTooMany(MultipartFile file, List<String> refused) {
        refused.add("“%s”：照片最多 %d 张，这张没有收下".formatted(ChosenFiles.name(file), MOST));
        return null;
    }

    private String thumbnail(UUID id) {
        Optional<InputStream> found = photos.open(id, PhotoSize.THUMBNAIL);
        try (InputStream content = found.orElse(InputStream.nullInputStream())) {
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A photograph on the page.
     *
     * @param thumbnail a {@code data:} address
     */
    record Shown(UUID id, String thumbnail) {}
}
