package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a phone needs to put gridloop beside its other applications. */
@IntakeTest
class InstallationTests {

    private static final int LARGEST = 10_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ObjectMapper mapper;

    @Test
    void everybodyGetsTheIconsOfTheManifestInTheSizesThatItNames() throws IOException {
        var manifest = mapper.readTree(mvc.get().uri("/manifest.webmanifest").exchange().getResponse()
                .getContentAsByteArray());
        var pictures = StreamSupport.stream(manifest.get("icons").spliterator(), false)
                .filter(icon -> icon.get("type").asText().equals("image/png")).toList();
        assertThat(pictures).extracting(icon -> icon.get("sizes").asText() + " " + icon.get("purpose").asText())
                .containsExactly("192x192 any", "512x512 any", "512x512 maskable");
        for (JsonNode icon : pictures) {
            assertPicture(icon.get("src").asText(), icon.get("sizes").asText());
        }
    }

    @Test
    void pagesNameTheIconForApple() throws IOException {
        assertThat(mvc.get().uri("/report/offline").exchange().getResponse().getContentAsString())
                .contains("<link rel=\"apple-touch-icon\" sizes=\"180x180\" href=\"/img/apple-touch-icon.png\">");
        assertPicture("/img/apple-touch-icon.png", "180x180");
    }

    private void assertPicture(String address, String sizes) throws IOException {
        var answer = mvc.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("image/png");
        byte[] file = answer.getResponse().getContentAsByteArray();
        assertThat(file.length).isLessThan(LARGEST);
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo(sizes);
    }
}
