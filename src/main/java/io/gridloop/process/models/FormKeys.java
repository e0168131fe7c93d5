package io.gridloop.process.models;

import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.stream.Stream;

/** All fields of a form live in the one answer variable that its step hands out; others would spill into the case. */
final class FormKeys implements ModelRule {

    @Override
    public Stream<Problem> check(Models models) {
        return models.diagrams().stream().flatMap(diagram -> diagram.all(UserTask.class))
                .flatMap(task -> models.forms().stream()
                        .filter(form -> UserTasks.formId(task).filter(form.id()::equals).isPresent())
                        .flatMap(form -> check(form, task)));
    }

    private static Stream<Problem> check(Form form, UserTask task) {
        var answers = UserTasks.answers(task);
        return form.keys().filter(key -> answers.stream().noneMatch(answer -> key.startsWith(answer + ".")))
                .map(key -> new Problem(form.file(), key, "字段的 key 应在答案变量 " + String.join("、", answers) + " 之内"));
    }
}
