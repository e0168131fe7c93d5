package io.gridloop.security;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the map behind the grids, {@code gridloop.map.*}; without them there is none. They stand here, because
 * their host is the only one outside from which pages may show pictures.
 *
 * <p>Tiles have to be in Web Mercator on WGS-84, or on CGCS2000, which differs by centimetres. Those of 高德 and 腾讯
 * are in GCJ-02 and would lie some 500 m beside the grids, those of 百度 in a projection of its own; they are refused
 * by their hosts, and a copy of them on a server of one's own would lie as far off.
 *
 * @param tiles address of a tile with {@code {z}}, {@code {x}} and {@code {y}} in it; empty for no map
 * @param attribution whose map it is, shown on it; needed with tiles
 */
@ConfigurationProperties("gridloop.map")
public record MapTiles(@DefaultValue("") String tiles, @DefaultValue("") String attribution) {

    /** No map. */
    public static final MapTiles NONE = new MapTiles("", "");

    private static final int LONGEST_ATTRIBUTION = 20;
    private static final List<String> PLACES = List.of("{z}", "{x}", "{y}");
    private static final Pattern ADDRESS = Pattern
            .compile("(https?://([\\w.-]+)(:\\d{1,5})?)/[\\x21-\\x7e&&[^\"'<>\\\\^`|{}]]*");
    private static final List<String> SHIFTED = List.of("autonavi.com", "amap.com", "qq.com", "gtimg.com", "baidu.com",
            "bdimg.com");

    public MapTiles {
        if (!tiles.isEmpty()) {
            check(tiles);
            if (attribution.isBlank() || attribution.codePointCount(0, attribution.length()) > LONGEST_ATTRIBUTION) {
                throw new IllegalArgumentException("gridloop.map.attribution says whose map it is, in at most "
                        + LONGEST_ATTRIBUTION + " characters");
            }
        }
    }

    private static void check(String tiles) {
        // Not in the host: each page names one host that it may fetch pictures from.
        var path = tiles.replaceFirst("^https?://[^/]*", "");
        var address = parsed(tiles.substring(0, tiles.length() - path.length()) + filled(path, 0, 0, 0));
        if (!PLACES.stream().allMatch(path::contains) || !address.matches()) {
            throw new IllegalArgumentException(
                    "gridloop.map.tiles is an address like https://tiles.example/{z}/{x}/{y}.png");
        }
        var host = "." + address.group(2).toLowerCase(Locale.ROOT);
        if (SHIFTED.stream().anyMatch(each -> host.endsWith("." + each))) {
            throw new IllegalArgumentException("gridloop.map.tiles: the tiles of " + address.group(2)
                    + " are not in WGS-84 and would lie hundreds of metres beside the grids");
        }
    }

    /** Whether there is a map. */
    public boolean present() {
        return !tiles.isEmpty();
    }

    /** The address of one tile, columns counted from the west, rows from the north. */
    public String address(int zoom, int column, int row) {
        return filled(tiles, zoom, column, row);
    }

    /** Scheme, host and port of the tiles, after a blank; empty without a map. */
    String source() {
        var address = parsed(filled(tiles, 0, 0, 0));
        return address.matches() ? " " + address.group(1) : "";
    }

    private static Matcher parsed(String address) {
        return ADDRESS.matcher(address);
    }

    private static String filled(String tiles, int zoom, int column, int row) {
        return tiles.replace("{z}", String.valueOf(zoom)).replace("{x}", String.valueOf(column)).replace("{y}",
                String.valueOf(row));
    }
}
