package io.gridloop.intake.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.security.MapTiles;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.GridShape;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Drawn from the grids of the whole county, 114 in 18 communities, and from shapes that are made up. */
class GridPictureTests {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");
    private static final int LARGEST = 60_000;

    @Test
    void drawsEachGridOfACommunityOnceAsALink() throws Exception {
        for (var community : communities()) {
            var links = links(parsed(GridPicture.of(community)));
            assertThat(links).extracting(link -> link.getAttribute("data-grid"))
                    .containsExactlyElementsOf(community.stream().map(it -> it.grid().code()).toList());
            assertThat(links).allSatisfy(link -> {
                assertThat(link.getAttribute("href")).isEqualTo("../../report?grid=" + link.getAttribute("data-grid"));
                assertThat(link.getAttribute("aria-label")).isNotBlank();
                assertThat(link.getTextContent()).isNotBlank();
            });
        }
    }

    @Test
    void staysSmallAlsoForTheLargestCommunity() throws Exception {
        var largest = communities().stream().mapToInt(it -> GridPicture.of(it).getBytes(UTF_8).length).max()
                .orElseThrow();
        System.out.printf("Map of the largest community: %d bytes%n", largest);
        assertThat(largest).isBetween(500, LARGEST);
    }

    @Test
    void staysSmallWhenBordersAreDrawnFinely() {
        var shapes = IntStream.range(0, 9).mapToObj(i -> shape("G%04d".formatted(i), "第%d网格".formatted(i),
                GEOMETRY.createPoint(new Coordinate(113.3 + i % 3 * .03, 35 + i / 3 * .03)).buffer(.01, 2_000)))
                .toList();
        assertThat(shapes.getFirst().area().getNumPoints()).isGreaterThan(7_000);
        assertThat(GridPicture.of(shapes).getBytes(UTF_8).length).isLessThan(LARGEST);
    }

    @Test
    void neighboursStillTouch() throws Exception {
        var shapes = List.of(shape("G1", "甲", box(113.30, 113.31)), shape("G2", "乙", box(113.31, 113.33)));
        var links = links(parsed(GridPicture.of(shapes)));
        var shared = points(links.get(0));
        shared.retainAll(points(links.get(1)));
        assertThat(shared).hasSize(2);
    }

    @Test
    void everythingLiesInThePicture() throws Exception {
        for (var community : communities()) {
            var picture = parsed(GridPicture.of(community));
            var frame = picture.getDocumentElement().getAttribute("viewBox").split(" ");
            assertThat(links(picture).stream().flatMap(link -> points(link).stream())).allSatisfy(point -> {
                var numbers = point.split(" ");
                assertThat(Double.parseDouble(numbers[0])).isBetween(0d, Double.parseDouble(frame[2]));
                assertThat(Double.parseDouble(numbers[1])).isBetween(0d, Double.parseDouble(frame[3]));
            });
        }
    }

    @Test
    void namesCannotBreakThePicture() throws Exception {
        var odd = shape("G<1>", "\"第一\" & </svg>", box(113.30, 113.31));
        assertThat(links(parsed(GridPicture.of(List.of(odd)))).getFirst().getTextContent()).contains("\"第一\" & </svg>");
    }

    @Test
    void theTilesLieBehindTheGridsAndWhoseTheyAreStandsOnThem() throws Exception {
        var map = new MapTiles("https://tiles.example/{z}/{x}/{y}.png?a=b&c=d", "© 样例 & 地图");
        for (var community : communities()) {
            var picture = GridPicture.of(community, map);
            var root = parsed(picture).getDocumentElement();
            var images = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", "image");
            assertThat(images.getLength()).isBetween(2, 12);
            assertThat(((Element) images.item(0)).getAttribute("href"))
                    .matches("https://tiles.example/\\d+/\\d+/\\d+\\.png\\?a=b&c=d");
            assertThat(picture.lastIndexOf("<image")).isLessThan(picture.indexOf("<a "));
            assertThat(root.getTextContent()).contains("© 样例 & 地图");
            assertThat(picture.getBytes(UTF_8).length).isLessThan(2 * LARGEST);
        }
    }

    private static GridShape shape(String code, String name, Geometry area) {
        return new GridShape(new GridRef(code, name, "青禾社区", "木城街道"), area);
    }

    private static Geometry box(double west, double east) {
        return GEOMETRY.toGeometry(new Envelope(west, east, 35.10, 35.12));
    }

    private static Collection<List<GridShape>> communities() throws Exception {
        JsonNode all = new ObjectMapper()
                .readTree(new ClassPathResource("whole-county/grids.geojson").getContentAsByteArray());
        return StreamSupport.stream(all.get("features").spliterator(), false)
                .collect(groupingBy(it -> it.at("/properties/communityCode").asText(), toList())).values().stream()
                .map(grids -> grids.stream().map(GridPictureTests::shape).toList()).toList();
    }

    private static GridShape shape(JsonNode feature) {
        var points = StreamSupport.stream(feature.at("/geometry/coordinates/0").spliterator(), false)
                .map(it -> new Coordinate(it.get(0).asDouble(), it.get(1).asDouble())).toArray(Coordinate[]::new);
        return shape(feature.at("/properties/code").asText(), feature.at("/properties/name").asText(),
                GEOMETRY.createPolygon(points));
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }

    private static List<Element> links(Document picture) {
        var links = picture.getElementsByTagNameNS("http://www.w3.org/2000/svg", "a");
        return IntStream.range(0, links.getLength()).mapToObj(i -> (Element) links.item(i)).toList();
    }

    private static Set<String> points(Element link) {
        var path = ((Element) link.getElementsByTagNameNS("http://www.w3.org/2000/svg", "path").item(0))
                .getAttribute("d");
        var points = new HashSet<String>();
        POINT.matcher(path).results().forEach(it -> points.add(it.group(1) + " " + it.group(2)));
        return points;
    }
}
