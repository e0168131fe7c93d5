package io.gridloop.process.door;

import io.gridloop.audit.AuditTrail;
import io.gridloop.process.models.ModelDeployer;
import io.gridloop.process.models.ModelSets;
import io.gridloop.process.models.ModelsDeployed;
import io.gridloop.process.models.ModelsRefused;
import io.gridloop.process.models.PresentModels;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The second person decides; what is approved goes to the engine, now or when it answers again. */
@Service
class Approving {

    private final Proposals proposals;
    private final Proposing proposing;
    private final PresentModels present;
    private final ModelSets sets;
    private final ModelDeployer deployer;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Approving(Proposals proposals, Proposing proposing, PresentModels present, ModelSets sets, ModelDeployer deployer,
            AuditTrail audit, ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.proposing = proposing;
        this.present = present;
        this.sets = sets;
        this.deployer = deployer;
        this.audit = audit;
        this.events = events;
    }

    /** An approval that is stored. */
    private record Approved(long id) {}

    /**
     * Makes the proposed set the present one.
     *
     * @throws DoorRefusal when it is not open, the proposer's own, stale or no longer sound
     */
    @Transactional
    public void approve(long id, String by) {
        var now = present.lock();
        var proposal = pending(id);
        refuseTheProposer(proposal, by);
        if (!proposal.baseHash().equals(now.hash())) {
            throw new DoorRefusal("提案之后现行版本已经变了，请先“换到现行版本”，核对差异后再批准");
        }
        var problems = proposing.problems(sets.files(proposal.setHash()));
        if (!problems.isEmpty()) {
            throw new DoorRefusal(problems);
        }
        proposals.decide(id, Proposal.State.APPROVED, by, null);
        present.become(proposal.setHash());
        audit.record(by, "model.approve", "proposal " + id, "批准 %s 的提案：%s".formatted(proposal.proposedBy(),
                proposal.note()));
        events.publishEvent(new Approved(id));
    }

    /** Sends it back to who proposed it. */
    @Transactional
    public void giveBack(long id, String reason, String by) {
        var proposal = pending(id);
        refuseTheProposer(proposal, by);
        end(proposal, Proposal.State.RETURNED, reason, by, "model.return");
    }

    /** The proposer takes it back; what the system proposed, nobody can withdraw. */
    @Transactional
    public void withdraw(long id, String reason, String by) {
        var proposal = pending(id);
        if (!proposal.proposedBy().equals(by)) {
            throw new DoorRefusal("只有提案人可以撤回；您可以退回");
        }
        end(proposal, Proposal.State.WITHDRAWN, reason, by, "model.withdraw");
    }

    /**
     * Puts the proposal's own changes on top of the present set.
     *
     * @throws DoorRefusal when a file was changed on both sides, or the result is not sound
     */
    @Transactional
    public void rebase(long id, String by) {
        var now = present.lock();
        var proposal = pending(id);
        var base = sets.files(proposal.baseHash());
        var wanted = sets.files(proposal.setHash());
        var files = new TreeMap<>(sets.files(now.hash()));
        var others = Differences.files(base, files);
        for (String file : Differences.files(base, wanted)) {
            if (others.contains(file)) {
                throw new DoorRefusal(file + " 在提案之后也被别的提案改过，请撤回或退回，在现行版本上重新修改");
            }
            files.remove(file);
            if (wanted.containsKey(file)) {
                files.put(file, wanted.get(file));
            }
        }
        var problems = proposing.problems(files);
        if (!problems.isEmpty()) {
            throw new DoorRefusal(problems);
        }
        proposals.rebase(id, now.hash(), sets.keep(files));
        audit.record(by, "model.rebase", "proposal " + id, "把提案换到现行版本上");
    }

    /** The door's own set goes on top of whatever lies in the engine. */
    @Transactional
    public void putBackOnTop(String by) {
        audit.record(by, "model.redeploy", "models", "要求把已批准的模型重新部署到最上面");
        events.publishEvent(new Approved(0));
    }

    @TransactionalEventListener
    void on(Approved event) {
        deployer.deployInBackground();
    }

    /** The engine has it. */
    @EventListener
    @Transactional
    public void on(ModelsDeployed event) {
        proposals.deployed(event.deployed().hash()).forEach(id -> audit.record(Proposal.SYSTEM, "model.deploy",
                "proposal " + id, "引擎已接收：" + event.deployed().versions()));
    }

    /** The engine never takes it, though the check did: the set before is the present one again. */
    @EventListener
    @Transactional
    public void on(ModelsRefused event) {
        var now = present.lock();
        proposals.in(Proposal.State.APPROVED).stream()
                .filter(it -> it.setHash().equals(event.hash()) && now.hash().equals(event.hash()))
                .findFirst().ifPresent(it -> {
                    var reason = "引擎拒绝：" + event.reason().lines().findFirst().orElse("");
                    proposals.decide(it.id(), Proposal.State.RETURNED, Proposal.SYSTEM, reason);
                    present.become(it.baseHash());
                    audit.record(Proposal.SYSTEM, "model.return", "proposal " + it.id(), reason);
                });
    }

    private void end(Proposal proposal, Proposal.State state, String reason, String by, String action) {
        if (reason.isBlank() || reason.length() > Proposing.LONGEST_NOTE) {
            throw new DoorRefusal("请写明理由（1 到 " + Proposing.LONGEST_NOTE + " 个字）");
        }
        proposals.decide(proposal.id(), state, by, reason.strip());
        audit.record(by, action, "proposal " + proposal.id(), state.label() + "：" + reason.strip());
    }

    private Proposal pending(long id) {
        var proposal = proposals.lock(id).orElseThrow(() -> new DoorRefusal("没有这个提案"));
        if (proposal.state() != Proposal.State.PENDING) {
            throw new DoorRefusal("这个提案" + proposal.state().label() + "，不能再改");
        }
        return proposal;
    }

    private static void refuseTheProposer(Proposal proposal, String by) {
        if (proposal.proposedBy().equals(by)) {
            throw new DoorRefusal("提案人不能审批自己的提案，请由另一位流程设计员或管理员审批");
        }
    }
}
