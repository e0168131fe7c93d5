package io.gridloop.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;

/** Files that people bring as photographs although they are none, in words that help. */
final class ForeignFile {

    private static final String BOX = "....ftyp";
    // The brands of ISO/IEC 23008-12 (HEIF) whose pictures are coded as HEVC, or whose coding they leave open.
    private static final Set<String> HEIC = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private ForeignFile() {}

    /** Why this file is not taken, in Chinese. */
    static String words(byte[] content) {
        if (content.length == 0) {
            return "这个文件是空的，请重新选择";
        }
        if (PhotoType.startsWith(content, BOX)) {
            return isHeic(content)
                    ? "这是 HEIC 格式。请在手机的相机设置里把格式改为“兼容性最佳”，或者重新选择照片"
                    : "这是视频或者其他格式，只收 JPEG、PNG、WebP 照片";
        }
        if (PhotoType.startsWith(content, "GIF8")) {
            return "这是 GIF 动图，只收 JPEG、PNG、WebP 照片";
        }
        if (PhotoType.startsWith(content, "%PDF")) {
            return "这是 PDF 文件，只收 JPEG、PNG、WebP 照片";
        }
        return isMarkup(content)
                ? "这是 SVG 图形或者网页，不是照片，只收 JPEG、PNG、WebP 照片"
                : "这不是照片，只收 JPEG、PNG、WebP 照片";
    }

    private static boolean isHeic(byte[] content) {
        return content.length >= 12 && HEIC.contains(new String(content, 8, 4, ISO_8859_1));
    }

    private static boolean isMarkup(byte[] content) {
        return new String(content, 0, Math.min(content.length, 256), ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
    }
}
