package io.gridloop.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/** One feature of a GeoJSON file: an area and its properties. */
record CountyFeature(String where, JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static <T> List<T> all(String file, String text, Problems problems, Function<CountyFeature, T> reading) {
        var rows = new ArrayList<T>();
        try {
            for (var feature : read(file, text)) {
                try {
                    rows.add(reading.apply(feature));
                } catch (IllegalArgumentException e) {
                    problems.add(feature.where(), e.getMessage());
                }
            }
        } catch (JsonProcessingException e) {
            problems.add("%s 第%d行".formatted(file, e.getLocation().getLineNr()),
                    "不是合格的 JSON：" + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Token by token, because a tree of the whole file no longer knows its lines. */
    private static List<CountyFeature> read(String file, String text) throws IOException {
        var features = new ArrayList<CountyFeature>();
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var listed = parser.currentName().equals("features");
                parser.nextToken();
                while (listed && parser.nextToken() == JsonToken.START_OBJECT) {
                    var where = "%s 第%d行（第%d个图形）".formatted(file, parser.currentTokenLocation().getLineNr(),
                            features.size() + 1);
                    features.add(new CountyFeature(where, JSON.readTree(parser)));
                }
                parser.skipChildren();
            }
        }
        return features;
    }

    /** @throws IllegalArgumentException when the property is missing or empty */
    String get(String property) {
        var value = node.path("properties").path(property).asText("").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("缺少“" + property + "”属性，或者它是空的");
        }
        return value;
    }

    /** @throws IllegalArgumentException when the geometry is no valid area */
    Geometry area() {
        var area = Geometries.read(node.path("geometry"));
        if (area.isEmpty() || !area.isValid()) {
            throw new IllegalArgumentException("范围是空的，或者边界自相交叉");
        }
        return area;
    }

    String geoJson() {
        return node.path("geometry").toString();
    }
}
