package io.gridloop.process.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flattens a form: each field by its id. */
final class FormParts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNSAID = Set.of("id", "layout", "components");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("label", "标签"), Map.entry("key", "变量"), Map.entry("type", "控件"),
            Map.entry("description", "提示"), Map.entry("text", "文字"), Map.entry("validate.required", "必填"),
            Map.entry("validate.maxLength", "最多字数"), Map.entry("validate.minLength", "最少字数"),
            Map.entry("validate.min", "最小值"), Map.entry("validate.max", "最大值"),
            Map.entry("conditional.hide", "隐藏条件"), Map.entry("valuesExpression", "选项（表达式）"),
            Map.entry("values", "选项"), Map.entry("defaultValue", "默认值"), Map.entry("readonly", "只读"),
            Map.entry("disabled", "停用"));
    private static final Map<String, String> TYPES = Map.of("textfield", "单行文字", "textarea", "多行文字", "select", "下拉选择",
            "radio", "单选", "checkbox", "勾选", "number", "数字", "text", "说明文字", "datetime", "日期时间", "separator", "分隔线");

    private FormParts() {}

    static List<Part> of(byte[] content) {
        try {
            var parts = new ArrayList<Part>();
            read(JSON.readTree(content), parts, "");
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(JsonNode parent, List<Part> into, String group) {
        for (JsonNode component : parent.path("components")) {
            var properties = new LinkedHashMap<String, String>();
            component.properties().stream().filter(it -> !UNSAID.contains(it.getKey()))
                    .forEach(it -> flatten(it.getKey(), it.getValue(), properties));
            var type = component.path("type").asText();
            var id = component.path("id").asText();
            into.add(new Part(id, TYPES.getOrDefault(type, type), component.path("label").asText(), properties,
                    group + component.path("layout")));
            read(component, into, id);
        }
    }

    private static void flatten(String name, JsonNode value, Map<String, String> into) {
        if (value.isObject()) {
            value.properties().forEach(it -> flatten(name + "." + it.getKey(), it.getValue(), into));
        } else if (value.isArray()) {
            var options = new ArrayList<String>();
            value.forEach(option -> options.add(option.has("label")
                    ? option.path("label").asText() + "＝" + option.path("value").asText()
                    : option.isValueNode() ? option.asText() : option.toString()));
            into.put(LABELS.getOrDefault(name, name), String.join("；", options));
        } else {
            into.put(LABELS.getOrDefault(name, name),
                    value.isBoolean() ? value.asBoolean() ? "是" : "否" : value.asText());
        }
    }
}
