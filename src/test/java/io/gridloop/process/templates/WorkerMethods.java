package io.gridloop.process.templates;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workers as their classes are: job type to method. */
final class WorkerMethods {

    private WorkerMethods() {}

    static Map<String, Method> byJobType() {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.gridloop").stream()
                .flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(JobWorker.class))
                .map(JavaMethod::reflect)
                .collect(Collectors.toMap(method -> method.getAnnotation(JobWorker.class).type(), method -> method));
    }

    /** What the client fetches for a worker: the variables it names, in its annotation or as parameters. */
    static Set<String> fetched(Method worker) {
        var parameters = Arrays.stream(worker.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Variable.class)).map(Parameter::getName);
        return Stream.concat(Arrays.stream(worker.getAnnotation(JobWorker.class).fetchVariables()), parameters)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
