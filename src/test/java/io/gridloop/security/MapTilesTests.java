package io.gridloop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapTilesTests {

    @Test
    void namesTheTileAndTheHostOfAll() {
        var map = new MapTiles("https://t0.tiles.example:8443/wmts?L={z}&ROW={y}&COL={x}&tk=a,b;c", "© 天地图");
        assertThat(map.present()).isTrue();
        assertThat(map.address(14, 13352, 6484))
                .isEqualTo("https://t0.tiles.example:8443/wmts?L=14&ROW=6484&COL=13352&tk=a,b;c");
        assertThat(map.source()).isEqualTo(" https://t0.tiles.example:8443");
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(MapTiles.NONE.present()).isFalse();
        assertThat(MapTiles.NONE.source()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiles/{z}/{x}/{y}.png", "ftp://tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example/{z}/{x}.png", "https://{s}.tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example/{z}/{x}/{y}{r}.png", "https://tiles.example/{z}/{x}/{y}.png' 'unsafe-inline",
            "https://tiles.example; script-src */{z}/{x}/{y}", "https://tiles{z}.example/{z}/{x}/{y}"})
    void refusesWhatIsNoAddress(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MapTiles(wrong, "© 样例"))
                .withMessageContaining("gridloop.map.tiles is an address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://webrd01.is.autonavi.com/t?x={x}&y={y}&z={z}",
            "https://rt0.map.GTIMG.com/{z}/{x}/{y}",
            "https://maponline0.bdimg.com/{z}/{x}/{y}"})
    void refusesMapsThatAreShifted(String shifted) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MapTiles(shifted, "© 样例"))
                .withMessageContaining("hundreds of metres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "这张地图的版权说明写得太长了，一共有二十多个字"})
    void asksWhoseMapItIs(String attribution) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MapTiles("https://tiles.example/{z}/{x}/{y}.png", attribution))
                .withMessageContaining("gridloop.map.attribution");
    }
}
