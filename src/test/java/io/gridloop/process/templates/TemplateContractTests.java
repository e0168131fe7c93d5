package io.gridloop.process.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.gridloop.process.models.JobTypes;
import io.gridloop.process.models.ModelFiles;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What designers see in Modeler is what the workers are. A new worker without a template fails here. */
class TemplateContractTests {

    private static final Map<String, Method> WORKERS = WorkerMethods.byJobType();
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    static List<Template> templates() {
        return Template.all();
    }

    static List<Task> marked() {
        return ModelFiles.shipped().entrySet().stream().filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.getValue())))
                .flatMap(model -> Stream.of(ServiceTask.class, UserTask.class)
                        .flatMap(type -> model.getModelElementsByType(type).stream()))
                .map(Task.class::cast).toList();
    }

    @Test
    void everyJobTypeHasExactlyOneTemplateAndTheOtherWayRound() {
        assertThat(templates().stream().flatMap(template -> template.jobTypes().stream()))
                .containsExactlyInAnyOrderElementsOf(JobTypes.ofWorkers());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void namesTheVariablesThatItsWorkersFetch(Template template) {
        var fetched = template.jobTypes().stream().flatMap(type -> WorkerMethods.fetched(WORKERS.get(type)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(template.inputs()).isEqualTo(fetched);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void namesResultsOnlyWhereItsWorkerReturnsAny(Template template) {
        var returns = template.jobTypes().size() == 1
                && WORKERS.get(template.jobTypes().getFirst()).getReturnType() != void.class;
        assertThat(!template.outputs().isEmpty()).isEqualTo(returns);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void explainsItselfInChinese(Template template) {
        assertThat(template.descriptions()).isNotEmpty().allMatch(text -> text.matches("(?s).*\\p{IsHan}.*"));
        assertThat(template.json().path("name").asText()).matches("\\p{IsHan}+");
        assertThat(template.json().at("/icon/contents").asText()).startsWith("data:image/svg+xml,");
        assertThat(template.json().path("documentationRef").asText()).startsWith("http");
        assertThat(template.toString()).isEqualTo(template.id().replace("io.gridloop.", "") + ".json");
    }

    @Test
    void templatesHaveDifferentIds() {
        assertThat(templates().stream().map(Template::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("marked")
    void everyTaskOfTheDiagramsIsMarkedWithTheTemplateOfItsJobs(Task task) {
        var byId = templates().stream().collect(Collectors.toMap(Template::id, Function.identity()));
        var template = byId.get(task.getAttributeValueNs(ZEEBE, "modelerTemplate"));
        assertThat(template).as(task.getId()).isNotNull();
        assertThat(task.getAttributeValueNs(ZEEBE, "modelerTemplateVersion")).isEqualTo(template.version());
        assertThat(jobTypes(task)).as(task.getId()).containsExactlyElementsOf(template.jobTypes());
    }

    private static List<String> jobTypes(BaseElement task) {
        var extensions = task.getExtensionElements();
        var own = extensions.getChildElementsByType(ZeebeTaskDefinition.class).stream()
                .map(ZeebeTaskDefinition::getType);
        var listeners = extensions.getChildElementsByType(ZeebeExecutionListeners.class).stream()
                .flatMap(all -> all.getExecutionListeners().stream()).map(listener -> listener.getType());
        return Stream.concat(own, listeners).toList();
    }
}
