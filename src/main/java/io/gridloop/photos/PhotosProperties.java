package io.gridloop.photos;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of photographs, {@code gridloop.photos.*}.
 *
 * @param directory where the pictures lie; nothing in it is served by a web server
 * @param largest size of a file at most
 * @param megapixels width times height of a file at most, in million pixels; a sample, phones' own pictures have 12 to 25
 * @param decoders how many pictures are decoded at the same time, each in up to 110 MB of heap
 * @param patience how long an upload waits for its turn
 * @param unattachedFor how long a photograph waits for its report to be accepted
 * @param mostUnattached how many wait at most, so that nobody fills the disk
 * @param publishAfter whether reporters see the photographs taken after the handling; they may show staff, number plates
 *     and faces, so that a county decides on it
 */
@ConfigurationProperties("gridloop.photos")
public record PhotosProperties(
        @DefaultValue(".gridloop/photos") Path directory,
        @DefaultValue("15MB") DataSize largest,
        @DefaultValue("36") int megapixels,
        @DefaultValue("2") int decoders,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("24h") Duration unattachedFor,
        @DefaultValue("2000") int mostUnattached,
        @DefaultValue("false") boolean publishAfter) {

    public PhotosProperties {
        if (megapixels < 1 || decoders < 1 || mostUnattached < 1) {
            throw new IllegalArgumentException(
                    "gridloop.photos.megapixels, .decoders and .most-unattached are at least 1");
        }
    }

    /** Whether reporters see photographs of this kind: their own, and those of the result where a county publishes them. */
    public boolean showsReporters(PhotoKind kind) {
        return switch (kind) {
            case REPORT -> true;
            case BEFORE, UNUSED -> false;
            case AFTER_NEAR, AFTER_FAR -> publishAfter;
        };
    }

    /** Width times height of a file at most. */
    long mostPixels() {
        return megapixels * 1_000_000L;
    }
}
