package io.gridloop.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Reads areas (Polygon and MultiPolygon) from GeoJSON, RFC 7946. Our own few lines, because the reader of JTS loses the
 * properties of features, and with them the code of the grid.
 */
final class Geometries {

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Geometries() {}

    static PreparedGeometry nothing() {
        return PreparedGeometryFactory.prepare(FACTORY.createPolygon());
    }

    /** @throws IllegalArgumentException when the text is no area */
    static Geometry read(String geoJson) {
        try {
            return read(JSON.readTree(geoJson));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when the node is no area; the message says why */
    static Geometry read(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> FACTORY.createMultiPolygon(
                    parts(coordinates).map(Geometries::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("图形不是 Polygon 或 MultiPolygon");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        var shell = ring(rings.path(0));
        return FACTORY.createPolygon(shell, parts(rings).skip(1).map(Geometries::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        if (positions.size() < 4) {
            throw new IllegalArgumentException("边界少于4个点");
        }
        return FACTORY.createLinearRing(parts(positions).map(Geometries::position).toArray(Coordinate[]::new));
    }

    private static Coordinate position(JsonNode position) {
        var longitude = position.path(0);
        var latitude = position.path(1);
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw new IllegalArgumentException("坐标应为 [经度, 纬度]");
        }
        if (Math.abs(longitude.asDouble()) > 180 || Math.abs(latitude.asDouble()) > 90) {
            throw new IllegalArgumentException(
                    "坐标不在地球上，可能纬度写在了经度前面：" + position);
        }
        return new Coordinate(longitude.asDouble(), latitude.asDouble());
    }

    private static Stream<JsonNode> parts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
