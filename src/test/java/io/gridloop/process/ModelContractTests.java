package io.gridloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.process.models.JobTypes;
import io.gridloop.process.models.ModelCheck;
import io.gridloop.process.models.ModelFiles;
import org.junit.jupiter.api.Test;

/** The shipped diagrams, tables, forms and workers fit together. */
class ModelContractTests {

    @Test
    void shippedModelsHaveNoProblems() {
        var files = ModelFiles.shipped();
        assertThat(files.keySet()).anyMatch(name -> name.endsWith(".bpmn")).anyMatch(name -> name.endsWith(".dmn"))
                .anyMatch(name -> name.endsWith(".form"));
        assertThat(new ModelCheck(JobTypes.ofWorkers()).problems(files)).isEmpty();
    }
}
