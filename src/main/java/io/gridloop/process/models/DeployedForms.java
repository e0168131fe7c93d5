package io.gridloop.process.models;

import io.gridloop.desk.TaskForms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds forms in the sets of files that were deployed: a user task is bound to the form of its own deployment. */
@Component
class DeployedForms implements TaskForms {

    private final JdbcClient jdbc;
    private final PresentModels present;
    private final ModelSets sets;

    DeployedForms(JdbcClient jdbc, PresentModels present, ModelSets sets) {
        this.jdbc = jdbc;
        this.present = present;
        this.sets = sets;
    }

    @Override
    public byte[] form(String form, @Nullable String processId, int processVersion) {
        var file = form + ".form";
        return deployed(processId, processVersion).flatMap(set -> sets.file(set, file))
                .or(() -> present.find().flatMap(it -> sets.file(it.hash(), file)))
                .orElseGet(() -> ModelFiles.shipped().get(file));
    }

    private Optional<String> deployed(@Nullable String processId, int version) {
        return jdbc.sql("""
                select content_hash from model_deployment where (versions ->> :process)::int = :version
                order by id desc limit 1""").param("process", processId).param("version", version)
                .query(String.class).optional();
    }
}
