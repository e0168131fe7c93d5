package io.gridloop.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/** One feature of a GeoJSON file: an area and its properties. */
record CountyFeature(String where, JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static <T> List<T> all(String file, String text, Problems problems, Function<CountyFeature, T> reading) {
        var rows = new ArrayList<T>();
        var number = 0;
        try {
            for (var node : JSON.readTree(text).path("features")) {
                var where = file + ", feature " + ++number;
                try {
                    rows.add(reading.apply(new CountyFeature(where, node)));
                } catch (IllegalArgumentException e) {
                    problems.add(where, e.getMessage());
                }
            }
        } catch (JsonProcessingException e) {
            problems.add(file, "is no JSON: " + e.getOriginalMessage());
        }
        return rows;
    }

    /** @throws IllegalArgumentException when the property is missing or empty */
    String get(String property) {
        var value = node.path("properties").path(property).asText("").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the property " + property + " is missing or empty");
        }
        return value;
    }

    /** @throws IllegalArgumentException when the geometry is no valid area */
    Geometry area() {
        var area = Geometries.read(node.path("geometry"));
        if (area.isEmpty() || !area.isValid()) {
            throw new IllegalArgumentException("the area is empty or crosses itself");
        }
        return area;
    }

    String geoJson() {
        return node.path("geometry").toString();
    }
}
