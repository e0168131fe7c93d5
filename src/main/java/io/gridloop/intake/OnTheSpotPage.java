package io.gridloop.intake;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import io.gridloop.cases.UsualCategories;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a matter handled on the spot offers a worker. */
@Component
class OnTheSpotPage {

    /** The usual results, the most usual first; 样例，待县里核定. */
    static final List<String> RESULTS = List.of("已当场清理干净", "已当场劝导，当事人已改正", "已当场修好", "已当场告知，当事人承诺改正",
            "已到现场核实，没有发现问题");

    private static final int FIRST = 8;

    private final ReportChoices choices;
    private final Categories categories;
    private final UsualCategories usual;
    private final Reaches reaches;
    private final Territory territory;

    OnTheSpotPage(ReportChoices choices, Categories categories, UsualCategories usual, Reaches reaches,
            Territory territory) {
        this.choices = choices;
        this.categories = categories;
        this.usual = usual;
        this.reaches = reaches;
        this.territory = territory;
    }

    /** An empty form; who works in one grid alone, also as a stand-in, need not choose it. */
    OnTheSpotForm fresh(String login) {
        var grids = grids(login);
        return OnTheSpotForm.fresh(grids.size() == 1 ? grids.get(0).code() : "", RESULTS.get(0));
    }

    /** Notes what the report page itself would let pass: here a category, a grid of one's own and a result are needed. */
    void check(OnTheSpotForm form, String login, Problems problems) {
        if (form.category().isEmpty()) {
            problems.add("category", "请选择类别");
        }
        if (!form.hasPosition() && grids(login).stream().noneMatch(grid -> grid.code().equals(form.gridCode()))) {
            problems.add("gridCode", "请选择您的网格");
        }
        if (form.ownResult().isEmpty() && !RESULTS.contains(form.result())) {
            problems.add("onSpotResult", "请选择办理结果，或者自己写一句");
        }
    }

    /** Name of the category, in Chinese; empty when there is no such category. */
    String matter(OnTheSpotForm form) {
        return categories.find(form.category()).map(Category::label).orElse("");
    }

    /** Fills the page and names its template. */
    String show(OnTheSpotForm form, String login, Problems problems, Model model) {
        choices.show(model, form.report(matter(form)), SentAnswers.none(), problems);
        model.addAttribute("spot", form);
        model.addAttribute("usual",
                Stream.concat(usual.of(login, FIRST).stream(), categories.all().stream()).distinct().limit(FIRST)
                        .toList());
        model.addAttribute("results", RESULTS);
        model.addAttribute("grids", grids(login));
        return "report/on-the-spot";
    }

    private List<GridRef> grids(String login) {
        return reaches.of(login).walkedGrids().stream().sorted().flatMap(code -> territory.grid(code).stream())
                .toList();
    }
}
