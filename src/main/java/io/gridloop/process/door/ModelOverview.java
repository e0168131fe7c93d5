package io.gridloop.process.door;

import io.gridloop.process.models.Deployments;
import io.gridloop.process.models.ForeignVersions;
import io.gridloop.process.models.ModelDeployer;
import io.gridloop.process.models.ModelSets;
import io.gridloop.process.models.PresentModels;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.ui.Model;

/** What the first page of the door shows. */
@Service
class ModelOverview {

    private static final int LISTED = 20;

    private final PresentModels present;
    private final ModelSets sets;
    private final ModelDeployer deployer;
    private final Deployments deployments;
    private final ForeignVersions foreign;
    private final Proposals proposals;
    private final RunningCases running;

    ModelOverview(PresentModels present, ModelSets sets, ModelDeployer deployer, Deployments deployments,
            ForeignVersions foreign, Proposals proposals, RunningCases running) {
        this.present = present;
        this.sets = sets;
        this.deployer = deployer;
        this.deployments = deployments;
        this.foreign = foreign;
        this.proposals = proposals;
        this.running = running;
    }

    void show(Model page, int number) {
        var now = present.find().orElseGet(present::lock);
        page.addAttribute("present", now);
        page.addAttribute("files", files(now.hash()));
        page.addAttribute("deployed", deployer.done());
        page.addAttribute("foreign", foreign.open());
        page.addAttribute("foreignBefore", foreign.latest(LISTED).stream().filter(it -> it.clearedAt() != null)
                .toList());
        page.addAttribute("running", running.counts());
        page.addAttribute("open", proposals.in(Proposal.State.PENDING));
        var listed = proposals.page(number, LISTED + 1);
        page.addAttribute("proposals", listed.subList(0, Math.min(LISTED, listed.size())));
        page.addAttribute("page", number);
        page.addAttribute("more", listed.size() > LISTED);
        page.addAttribute("earlier", earlier(now.hash()));
    }

    private List<ModelFile> files(String hash) {
        var versions = deployments.latest(1).stream().filter(it -> it.hash().equals(hash)).findFirst();
        return sets.contents(hash).keySet().stream()
                .map(name -> new ModelFile(name, versions.map(it -> it.versions()
                        .getOrDefault(new ModelFile(name, 0).id(), 0)).orElse(0)))
                .toList();
    }

    // Each earlier set once, with the day it was deployed last; what is older than the store has no content here.
    private List<Deployments.Entry> earlier(String hash) {
        var seen = new HashSet<>(List.of(hash));
        return deployments.latest(200).stream().filter(it -> seen.add(it.hash()))
                .filter(it -> !sets.contents(it.hash()).isEmpty()).limit(LISTED).toList();
    }
}
