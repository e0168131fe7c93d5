package io.gridloop.process.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what is wrong with models before an engine sees them: of one file alone, and of how files, workers and messages
 * fit together. Reads nothing but the given bytes and fetches nothing from the network.
 */
public final class ModelCheck {

    private static final int LARGEST = 1024 * 1024;

    private static final List<ModelRule> RULES = List.of(new EngineRules(), new FileNames(), new ElementIds(),
            new Jobs(), new UserTasks(), new Calls(), new Messages(), new Expressions(), new Tables(), new FormKeys(),
            new FormIds(), new Labels(), new Approvals(), new ResumePoints());

    private final Set<String> jobTypes;

    /** @param jobTypes the job types that have a worker, usually {@link JobTypes#ofWorkers()} */
    public ModelCheck(Set<String> jobTypes) {
        this.jobTypes = Set.copyOf(jobTypes);
    }

    /**
     * Checks files that belong to one deployment.
     *
     * @param files name (ending in .bpmn, .dmn or .form) to content
     * @return all problems found, sorted by file; empty when the files may be deployed
     */
    public List<Problem> problems(Map<String, byte[]> files) {
        var problems = new ArrayList<Problem>();
        var models = new Models(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), jobTypes);
        new TreeMap<>(files).forEach((file, content) -> {
            try {
                read(file, content, models);
            } catch (InvalidModelException e) {
                problems.add(new Problem(file, "", e.getMessage()));
            }
        });
        RULES.forEach(rule -> rule.check(models).forEach(problems::add));
        problems.sort(Comparator.comparing(Problem::file));
        return List.copyOf(problems);
    }

    private static void read(String file, byte[] content, Models into) throws InvalidModelException {
        if (content.length > LARGEST) {
            throw new InvalidModelException("文件超过 1 MB");
        }
        switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "bpmn" -> into.diagrams().add(Diagram.read(file, content));
            case "dmn" -> into.tables().add(Table.read(file, content));
            case "form" -> into.forms().add(Form.read(file, content));
            default -> throw new InvalidModelException("只接受 .bpmn、.dmn、.form 文件");
        }
    }
}
