package io.gridloop.cases;

import io.gridloop.territory.Reaches;
import io.gridloop.territory.StaffRole;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Splits a case that speaks of several matters into cases of their own. */
@Service
public class Splitting {

    /** Fewest parts. */
    public static final int FEWEST = 2;
    /** Most parts. */
    public static final int MOST = 6;
    /** Most characters of what a part is about. */
    public static final int LONGEST_TEXT = 500;

    private static final Set<CaseState> STATES = EnumSet.of(CaseState.ACCEPTING, CaseState.ASSIGNING,
            CaseState.HANDLING);

    private final CaseScope scope;
    private final Reaches reaches;
    private final Effects effects;
    private final Children children;
    private final Reporting reporting;
    private final Categories categories;
    private final History history;
    private final Actors actors;
    private final Clock clock;

    Splitting(CaseScope scope, Reaches reaches, Effects effects, Children children, Reporting reporting,
            Categories categories, History history, Actors actors, Clock clock) {
        this.scope = scope;
        this.reaches = reaches;
        this.effects = effects;
        this.children = children;
        this.reporting = reporting;
        this.categories = categories;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Makes a case of each part, all or none; they lie where the case lies, and nobody is told of their ends but who
     * reads the case. Only the leader of its grid or the county's dispatcher may, once, while it is being accepted,
     * dispatched or handled. A part is not split again.
     *
     * @param caseNumber in the scope of who splits
     * @param parts {@link #FEWEST} to {@link #MOST}
     * @return why it cannot be done, in Chinese, and nothing is kept; empty when it was done
     */
    @Transactional
    public Optional<String> split(String caseNumber, List<Part> parts, String byLogin) {
        var found = scope.findId(caseNumber, byLogin).map(effects::lock);
        return Problems.first(
                () -> Problems.unless(found.isPresent(), "没有这个案件。"),
                () -> Problems.unless(may(found.orElseThrow(), byLogin), "只有案件所在网格的网格长和县派遣员可以拆分案件。"),
                () -> problem(found.orElseThrow()),
                () -> problem(parts))
                .or(() -> {
                    split(found.orElseThrow(), parts, byLogin);
                    return Optional.empty();
                });
    }

    /** Whether this person may split it now. */
    boolean possible(Case it, String login) {
        return may(it, login) && problem(it).isEmpty();
    }

    private boolean may(Case it, String login) {
        return scope.leads(it, login) || reaches.of(login).hasAny(StaffRole.DISPATCHER);
    }

    private Optional<String> problem(Case it) {
        return Problems.first(
                () -> Problems.unless(it.decided() == null && STATES.contains(it.state()), "只有待受理、待派遣或处置中的案件可以拆分。"),
                () -> Problems.unless(!it.split(), "本件是拆分出来的案件，不能再拆分。"),
                () -> Problems.unless(children.of(it).isEmpty(), "本件已经拆分过，不能再拆分。"));
    }

    private Optional<String> problem(List<Part> parts) {
        return Problems.unless(parts.size() >= FEWEST && parts.size() <= MOST, "请填写%d到%d件。".formatted(FEWEST, MOST))
                .or(() -> IntStream.range(0, parts.size()).mapToObj(i -> problem(i + 1, parts.get(i)))
                        .flatMap(Optional::stream).findFirst());
    }

    private Optional<String> problem(int number, Part part) {
        return Problems.first(
                () -> Problems.text("第%d件的内容".formatted(number), part.text().strip(), 5, LONGEST_TEXT),
                () -> Problems.unless(categories.find(part.category()).isPresent(), "请选择第%d件的类别。".formatted(number)));
    }

    private void split(Case it, List<Part> parts, String byLogin) {
        var numbers = IntStream.range(0, parts.size()).mapToObj(i -> reporting.openPart(it, report(it, i, parts.get(i),
                byLogin))).collect(Collectors.joining("、"));
        it.touch(clock.instant());
        history.write(it, "Page_Split", actors.named(byLogin), "您反映的事项涉及几件事，已拆分为%d件分别办理，全部办完后一并告诉您结果。".formatted(
                parts.size()), "拆分为%d件：%s。".formatted(parts.size(), numbers));
    }

    private Report report(Case it, int index, Part part, String byLogin) {
        var place = it.place();
        return new Report("split:%d:%d".formatted(it.id(), index), SourceChannel.SPLIT, it.caseNumber(),
                part.category(), null, part.text().strip(), it.gridCode(), place.longitude(), place.latitude(),
                place.address(), null, null, byLogin, null, clock.instant());
    }

    /**
     * One matter of a case that is split.
     *
     * @param text what it is about, 5 to {@link #LONGEST_TEXT} characters
     * @param category a code known to {@link Categories}
     */
    public record Part(String text, String category) {}
}
