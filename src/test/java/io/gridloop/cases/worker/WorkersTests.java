package io.gridloop.cases.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all workers of all modules have in common. */
class WorkersTests {

    private static final List<Method> ALL = find();

    static List<Method> workers() {
        return ALL;
    }

    private static List<Method> find() {
        JavaClasses all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.gridloop");
        return all.stream().flatMap(it -> it.getMethods().stream())
                .filter(it -> it.isAnnotatedWith(JobWorker.class))
                .map(JavaMethod::reflect)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workers")
    void isFoundByItsJobType(Method worker) {
        var type = worker.getAnnotation(JobWorker.class).type().split("\\.");
        assertThat(worker.getDeclaringClass().getName())
                .isEqualTo("io.gridloop.%s.worker.%s%sWorker".formatted(type[0],
                        type[1].substring(0, 1).toUpperCase(Locale.ROOT), type[1].substring(1)));
    }

    // A streaming worker whose jobs time out while they run leaks its places and hands nothing out any more.
    @ParameterizedTest
    @MethodSource("workers")
    void pollsWithALongTimeOutAndFetchesOnlyWhatItReads(Method worker) {
        var settings = worker.getAnnotation(JobWorker.class);
        assertThat(settings.streamEnabled()).isFalse();
        assertThat(settings.timeout()).isGreaterThanOrEqualTo(60_000);
        assertThat(settings.maxJobsActive()).isPositive();
        assertThat(settings.fetchVariables()).isNotEmpty();
        assertThat(settings.fetchAllVariables()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("workers")
    void canBeCalledByTheClient(Method worker) {
        assertThat(Modifier.isPublic(worker.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(worker.getDeclaringClass().getModifiers())).isTrue();
    }
}
