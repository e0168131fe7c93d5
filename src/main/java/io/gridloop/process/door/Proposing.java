package io.gridloop.process.door;

import io.gridloop.audit.AuditTrail;
import io.gridloop.process.models.JobTypes;
import io.gridloop.process.models.ModelCheck;
import io.gridloop.process.models.ModelSets;
import io.gridloop.process.models.PresentModels;
import io.gridloop.process.models.Problem;
import io.gridloop.process.models.ReleaseDiffers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes changed models in. What has a problem is refused as a whole and not kept. */
@Service
class Proposing {

    static final int LONGEST_NOTE = 500;

    // The engine takes at most 4 MB in one deployment.
    private static final int LARGEST_SET = 3 * 1024 * 1024;

    private final ModelCheck check = new ModelCheck(JobTypes.ofWorkers());
    private final PresentModels present;
    private final ModelSets sets;
    private final Proposals proposals;
    private final AuditTrail audit;

    Proposing(PresentModels present, ModelSets sets, Proposals proposals, AuditTrail audit) {
        this.present = present;
        this.sets = sets;
        this.proposals = proposals;
        this.audit = audit;
    }

    /**
     * Proposes the present set with some files changed, added or removed.
     *
     * @return the proposal's id
     * @throws DoorRefusal when it is not sound, changes nothing or another open proposal has the same file
     */
    @Transactional
    public long change(Map<String, byte[]> changed, Set<String> removed, String note, String by) {
        if (changed.isEmpty() && removed.isEmpty()) {
            throw new DoorRefusal("请先选择改过的 .bpmn、.dmn 或 .form 文件");
        }
        var base = present.lock().hash();
        var files = new TreeMap<>(sets.files(base));
        files.keySet().removeAll(removed);
        files.putAll(changed);
        return propose(Proposal.Kind.CHANGE, base, files, note, by);
    }

    /** Proposes an earlier set as it was. */
    @Transactional
    public long restore(String hash, String note, String by) {
        var files = sets.files(hash);
        if (files.isEmpty()) {
            throw new DoorRefusal("找不到这个较早的版本");
        }
        return propose(Proposal.Kind.RESTORE, present.lock().hash(), files, note, by);
    }

    /** A new release ships other models than the county's own: they are proposed like any change. */
    @EventListener
    @Transactional
    public void on(ReleaseDiffers event) {
        if (Differences.files(sets.files(event.base()), event.files()).isEmpty()) {
            return;
        }
        var problems = check.problems(event.files());
        if (problems.isEmpty()) {
            add(Proposal.Kind.RELEASE, event.base(), event.files(), "新版程序自带的模型与县里的不同，请核对后决定是否采用", Proposal.SYSTEM);
        } else {
            audit.record(Proposal.SYSTEM, "model.refuse", "release", "新版程序自带的改动与县里的模型合不到一起：" + problems.getFirst());
        }
    }

    /** What is wrong with a set. */
    List<String> problems(SortedMap<String, byte[]> files) {
        if (files.values().stream().mapToInt(content -> content.length).sum() > LARGEST_SET) {
            return List.of("全部模型合起来超过 3 MB，引擎收不下，请拆小");
        }
        return check.problems(files).stream().map(Problem::toString).toList();
    }

    private long propose(Proposal.Kind kind, String base, SortedMap<String, byte[]> files, String note, String by) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new DoorRefusal("请用 1 到 " + LONGEST_NOTE + " 个字说明改了什么、为什么");
        }
        var problems = problems(files);
        if (!problems.isEmpty()) {
            throw new DoorRefusal(problems);
        }
        refuseWhatIsOpen(base, files);
        return add(kind, base, files, note, by);
    }

    private void refuseWhatIsOpen(String base, SortedMap<String, byte[]> files) {
        var mine = Differences.files(sets.files(base), files);
        if (mine.isEmpty()) {
            throw new DoorRefusal("与现行版本完全相同，没有要审批的改动");
        }
        for (Proposal other : proposals.in(Proposal.State.PENDING)) {
            Differences.files(sets.files(other.baseHash()), sets.files(other.setHash())).stream()
                    .filter(mine::contains).findFirst().ifPresent(file -> {
                        throw new DoorRefusal("%s 已有待审批的提案（第 %d 号，%s 提出），请先等它审批、退回或撤回"
                                .formatted(file, other.id(), other.proposedBy()));
                    });
        }
    }

    private long add(Proposal.Kind kind, String base, SortedMap<String, byte[]> files, String note, String by) {
        long id = proposals.add(kind, by, note, base, sets.keep(files));
        audit.record(by, "model.propose", "proposal " + id, "提出%s：%s".formatted(kind.label(),
                String.join("、", Differences.files(sets.files(base), files))));
        return id;
    }
}
