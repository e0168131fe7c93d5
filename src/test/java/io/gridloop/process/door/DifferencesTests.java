package io.gridloop.process.door;

import static io.gridloop.process.door.ShippedModels.ASSIGN;
import static io.gridloop.process.door.ShippedModels.DISPATCH;
import static io.gridloop.process.door.ShippedModels.GARBAGE_POST;
import static io.gridloop.process.door.ShippedModels.GARBAGE_SERVICE;
import static io.gridloop.process.door.ShippedModels.ROUTE;
import static io.gridloop.process.door.ShippedModels.changed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gridloop.process.models.ModelFiles;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferencesTests {

    @Test
    void findsNoneBetweenTheSameFiles() {
        assertThat(Differences.between(ModelFiles.shipped(), ModelFiles.shipped())).isEmpty();
    }

    @Test
    void namesTheRuleAndTheCellThatChanged() {
        var difference = of(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.id()).isEqualTo("R-0102-C");
            assertThat(change.cells())
                    .containsExactly(new Change.Cell("社区岗位", "\"patrol\"", "\"service\""));
        });
    }

    @Test
    void namesARuleThatIsNewAndOneThatIsGone() {
        var difference = of(ROUTE, changed(ROUTE, "\"R-0102-C\"", "\"R-0102-X\""));
        assertThat(difference.changes()).extracting(Change::id, Change::kind).containsExactlyInAnyOrder(
                tuple("R-0102-X", Change.Kind.ADDED),
                tuple("R-0102-C", Change.Kind.REMOVED));
    }

    @Test
    void namesTheConditionOfAFlowAndTheNameOfATask() {
        var text = ShippedModels.change(ShippedModels.text(DISPATCH), "=route.level != \"dispatcher\"",
                "=route.level = \"community\"");
        var difference = of(DISPATCH, ShippedModels.change(text, "name=\"确定承办单位\"", "name=\"确定谁来办\"").getBytes(UTF_8));
        assertThat(difference.changes()).extracting(Change::id)
                .containsExactlyInAnyOrder("Task_RouteCase", "SequenceFlow_UnitKnownToDispatchCase");
        assertThat(difference.changes()).flatExtracting(Change::cells).containsExactlyInAnyOrder(
                new Change.Cell("名称", "确定承办单位", "确定谁来办"),
                new Change.Cell("条件", "=route.level != \"dispatcher\"", "=route.level = \"community\""));
    }

    @Test
    void namesJobTypeFormListenerAndMapping() {
        var text = ShippedModels.text(DISPATCH);
        text = ShippedModels.change(text, "type=\"cases.dispatchCase\"", "type=\"cases.closeCase\"");
        text = ShippedModels.change(text, "formId=\"assignUnit\"", "formId=\"handleCase\"");
        text = ShippedModels.change(text, "source=\"=route.level\"", "source=\"=route.post\"");
        assertThat(of(DISPATCH, text.getBytes(UTF_8)).changes()).flatExtracting(Change::cells)
                .extracting(Change.Cell::label).containsExactlyInAnyOrder("作业类型", "表单", "输入 level",
                        "输入 level");
    }

    @Test
    void saysThatOnlyThePictureMoved() {
        var difference = of(DISPATCH, changed(DISPATCH, "<dc:Bounds x=\"390\" y=\"200\"",
                "<dc:Bounds x=\"400\" y=\"210\""));
        assertThat(difference.onlyLayout()).isTrue();
        assertThat(difference.changes()).extracting(Change::kind).containsExactly(Change.Kind.MOVED);
    }

    @Test
    void saysThatOnlyTheModelersOwnWordsChanged() {
        var difference = of(DISPATCH, changed(DISPATCH, "exporterVersion=\"5.28.0\"", "exporterVersion=\"5.30.0\""));
        assertThat(difference.onlyLayout()).isTrue();
        assertThat(difference.changes()).isEmpty();
    }

    @Test
    void namesTheFieldOfAForm() {
        var difference = of(ASSIGN, changed(ASSIGN, "\"承办单位（必选）\"", "\"由谁承办（必选）\""));
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo("Field_Unit");
            assertThat(change.cells()).containsExactly(new Change.Cell("标签", "承办单位（必选）", "由谁承办（必选）"));
        });
    }

    @Test
    void namesFilesThatAreNewOrGone() {
        var fewer = new TreeMap<>(ModelFiles.shipped());
        fewer.remove(ASSIGN);
        assertThat(Differences.between(ModelFiles.shipped(), fewer)).singleElement()
                .returns(Change.Kind.REMOVED, Difference::kind);
        assertThat(Differences.between(fewer, ModelFiles.shipped())).singleElement()
                .returns(Change.Kind.ADDED, Difference::kind);
    }

    private static Difference of(String file, byte[] content) {
        return Differences.between(ModelFiles.shipped(), ShippedModels.with(file, content)).getFirst();
    }
}
