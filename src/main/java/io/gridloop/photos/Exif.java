package io.gridloop.photos;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a JPEG file and matters here.
 *
 * @param orientation how the picture is to be turned, 1 to 8 as in EXIF 2.32; 1 is not at all
 * @param origin where it was shot
 */
record Exif(int orientation, @Nullable PhotoOrigin origin) {

    private static final Exif NONE = new Exif(1, null);

    /** What the file says; nothing when it says nothing or nobody can read it, which is no reason to refuse it. */
    static Exif of(byte[] content, PhotoType type) {
        if (type != PhotoType.JPEG) {
            return NONE;
        }
        try {
            // Only this one segment is read: the others hold nothing that is needed, and XML among it.
            Metadata found = JpegMetadataReader.readMetadata(new ByteArrayInputStream(content),
                    List.of(new ExifReader()));
            return new Exif(orientation(found), origin(found));
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            return NONE;
        }
    }

    private static int orientation(Metadata found) {
        Directory directory = found.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = directory == null
                ? null
                : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }

    private static @Nullable PhotoOrigin origin(Metadata found) {
        return Optional.ofNullable(found.getFirstDirectoryOfType(GpsDirectory.class))
                .map(GpsDirectory::getGeoLocation)
                .filter(point -> !point.isZero())
                .map(point -> new PhotoOrigin(point.getLongitude(), point.getLatitude()))
                .orElse(null);
    }
}
