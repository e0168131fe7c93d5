package io.gridloop.photos;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Makes clean pictures of a file: nothing of the file itself is kept. What costs least is checked first. */
@Component
class Developing {

    private final PhotosProperties limits;

    Developing(PhotosProperties limits) {
        this.limits = limits;
    }

    /** @throws PhotoRefusedException when the file is too large, of another type, has too many pixels or is damaged */
    Developed develop(PhotoUpload upload) {
        try {
            byte[] content = read(upload);
            PhotoType type = PhotoType.of(content);
            Exif exif = Exif.of(content, type);
            Picture picture = new Picture(Decoding.decode(content, type, limits.mostPixels()))
                    .within(PhotoSize.LARGE.longestSide()).upright(exif.orientation());
            return new Developed(
                    picture.jpeg(PhotoSize.LARGE.quality()),
                    picture.within(PhotoSize.THUMBNAIL.longestSide()).jpeg(PhotoSize.THUMBNAIL.quality()),
                    picture.image().getWidth(),
                    picture.image().getHeight(),
                    exif.origin());
        } catch (PhotoRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders answer damage with exceptions of every kind.
            throw new PhotoRefusedException("文件不完整或者已经损坏，请重拍，或者存成 JPEG 再选", e);
        }
    }

    private byte[] read(PhotoUpload upload) throws IOException {
        int most = (int) limits.largest().toBytes();
        try (InputStream input = upload.content().getInputStream()) {
            byte[] content = input.readNBytes(most + 1);
            if (content.length > most) {
                throw new PhotoRefusedException("超过了 %d MB，请缩小后再选".formatted(limits.largest().toMegabytes()));
            }
            return content;
        }
    }
}
