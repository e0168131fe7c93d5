package io.gridloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.camunda.client.annotation.JobWorker;
import io.gridloop.cases.CasePages;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The house's rules that the compiler does not know. */
@AnalyzeClasses(packages = "io.gridloop", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule onlyWorkersAndTheProcessModuleKnowTheEngine = noClasses()
            .that().resideOutsideOfPackages("..worker..", "io.gridloop.process..")
            .should().dependOnClassesThat().resideInAPackage("io.camunda..");

    @ArchTest
    static final ArchRule workersArePublicAndEndInWorker = classes()
            .that().resideInAPackage("..worker..").and().areNotNestedClasses().and().doNotHaveSimpleName("package-info")
            .should().bePublic().andShould().haveSimpleNameEndingWith("Worker");

    @ArchTest
    static final ArchRule jobWorkerMethodsArePublicAndLiveInWorkers = methods()
            .that().areAnnotatedWith(JobWorker.class)
            .should().bePublic().andShould().beDeclaredInClassesThat().resideInAPackage("..worker..");

    // A transaction around a worker would roll back what the service wrote when the worker answers with an error.
    @ArchTest
    static final ArchRule workersAreNotTransactional = noClasses()
            .that().resideInAPackage("..worker..")
            .should().dependOnClassesThat().areAssignableTo(Transactional.class);

    @ArchTest
    static final ArchRule entitiesAndRepositoriesStayInTheirModule = classes()
            .that().areAnnotatedWith(Entity.class).or().areAssignableTo(Repository.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule everyoneAsksTheOneClock = noClasses()
            .that().resideOutsideOfPackage("io.gridloop.clock..")
            .should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule pagesAskForCasesInTheScopeOfWhoAsks = noClasses()
            .that().areAnnotatedWith(Controller.class)
            .should().callMethod(CasePages.class, "byId", long.class)
            .orShould().callMethod(CasePages.class, "byNumber", String.class);

    @ArchTest
    static final ArchRule modulesAreFreeOfCycles = slices().matching("io.gridloop.(*)..").should().beFreeOfCycles();

    @Test
    void workersLiveInTheirOwnRoot() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith("Worker.java"))).isEmpty();
        }
        try (var files = Files.walk(Path.of("workers"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allMatch(file -> file.getParent().endsWith("worker"));
        }
    }
}
