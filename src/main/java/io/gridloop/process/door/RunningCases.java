package io.gridloop.process.door;

import io.gridloop.cases.DecisionInputs;
import io.gridloop.process.models.Deployments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How many open cases run on which version. A called process has the version of the same deployment. */
@Service
class RunningCases {

    private static final String MAIN = "GridCaseProcess";
    private static final int LOOKED_BACK = 1_000;

    private final DecisionInputs cases;
    private final Deployments deployments;

    RunningCases(DecisionInputs cases, Deployments deployments) {
        this.cases = cases;
        this.deployments = deployments;
    }

    /**
     * Open cases of one version.
     *
     * @param version of the main diagram; -1 not begun, 0 begun before versions were noted
     * @param others what the deployment gave the other models
     */
    public record Count(int version, long cases, boolean foreign, String others, @Nullable String label) {}

    List<Count> counts() {
        var known = deployments.latest(LOOKED_BACK);
        var counts = new ArrayList<Count>();
        cases.openByVersion().forEach((version, open) -> {
            var of = known.stream().filter(it -> it.versions().getOrDefault(MAIN, 0).equals(version)).findFirst();
            var label = version == -1
                    ? "还没有启动，将用届时的现行版本"
                    : version == 0 ? "启动时没有记下版本" : "第 " + version + " 版";
            counts.add(new Count(version, open, version > 0 && of.isEmpty() && !known.isEmpty(),
                    of.map(it -> others(it.versions())).orElse(""), label));
        });
        return counts;
    }

    private static String others(Map<String, Integer> versions) {
        return versions.entrySet().stream().filter(it -> it.getKey().endsWith("Process") && !it.getKey().equals(MAIN))
                .map(it -> it.getKey() + " 第 " + it.getValue() + " 版").collect(Collectors.joining("，"));
    }
}
