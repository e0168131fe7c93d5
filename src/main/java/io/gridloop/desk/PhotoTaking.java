package io.gridloop.desk;

import io.gridloop.photos.ChosenFiles;
import io.gridloop.photos.PhotoKind;
import io.gridloop.photos.PhotoRefusedException;
import io.gridloop.photos.PhotoUpload;
import io.gridloop.photos.Photos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes photographs of the handling in, one after the other: a bad one does not keep the others out. */
@Component
class PhotoTaking {

    /** Files of one upload at most. */
    static final int AT_ONCE = 5;

    private final Photos photos;
    private final HandlingPhotos handling;

    PhotoTaking(Photos photos, HandlingPhotos handling) {
        this.photos = photos;
        this.handling = handling;
    }

    /**
     * Takes files in and attaches them to the case of a task.
     *
     * @return which of them were not taken and why, in Chinese; empty when all were
     * @throws io.gridloop.cases.TaskGoneException when the task is not open any more
     */
    Optional<String> take(long key, String login, PhotoKind kind, List<MultipartFile> files) {
        if (files.isEmpty()) {
            return Optional.of("请拍照或者选择照片");
        }
        var refused = new ArrayList<String>();
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var reason = i < AT_ONCE
                    ? reason(key, login, kind, file)
                    : Optional.of("一次最多 %d 张，这张没有收下".formatted(AT_ONCE));
            reason.ifPresent(why -> refused.add("“%s”：%s".formatted(ChosenFiles.name(file), why)));
        }
        return refused.isEmpty() ? Optional.empty() : Optional.of(String.join("；", refused));
    }

    private Optional<String> reason(long key, String login, PhotoKind kind, MultipartFile file) {
        try {
            var photo = photos.take(new PhotoUpload(file), kind).photo();
            return handling.attach(key, login, photo)
                    ? Optional.empty()
                    : Optional.of("这项任务已有 %d 张照片，先移除几张再添加".formatted(HandlingPhotos.MOST));
        } catch (PhotoRefusedException e) {
            return Optional.of(e.reason());
        }
    }
}
