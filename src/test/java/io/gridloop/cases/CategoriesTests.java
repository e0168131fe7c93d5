package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoriesTests {

    private final Categories categories = new Categories();

    @Test
    void knowsFortySevenCategoriesOfTwelveDomains() {
        assertThat(categories.all()).hasSize(47).extracting(Category::code).doesNotHaveDuplicates().isSorted()
                .allMatch(code -> code.matches("\\d\\d-\\d\\d"));
        assertThat(categories.all()).extracting(Category::domain).containsOnlyOnceElementsOf(
                List.of("社情民意收集", "政策法规宣传", "其他"));
    }

    @Test
    void namesThemInChinese() {
        assertThat(categories.label("01-02")).isEqualTo("市容环境 · 暴露垃圾");
        assertThat(categories.label(null)).isEqualTo("待分类");
        assertThat(categories.find("99-99")).isEmpty();
    }

    @Test
    void saysWhomToCallFirst() {
        assertThat(categories.find("05-02").orElseThrow().emergencyNote()).contains("119");
    }
}
