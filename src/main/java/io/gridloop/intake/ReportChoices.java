package io.gridloop.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import io.gridloop.cases.EmergencyLine;
import io.gridloop.cases.Questions;
import io.gridloop.cases.SourceChannel;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Territory;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The lists that a report page offers. */
@Component
class ReportChoices {

    /** The ways in that a member of staff may state; the others speak for themselves. */
    static final Set<SourceChannel> STAFF_CHANNELS = EnumSet
            .complementOf(EnumSet.of(SourceChannel.RESIDENT_WEB, SourceChannel.IMPORT, SourceChannel.SPLIT,
                    SourceChannel.OPEN311, SourceChannel.API));

    private final Categories categories;
    private final Questions questions;
    private final Territory territory;

    ReportChoices(Categories categories, Questions questions, Territory territory) {
        this.categories = categories;
        this.questions = questions;
        this.territory = territory;
    }

    /** Puts form, answers, problems and lists on a page. */
    void show(Model model, ReportForm form, SentAnswers answers, Problems problems) {
        model.addAttribute("form", form);
        model.addAttribute("answers", answers);
        model.addAttribute("questions", questions.all());
        model.addAttribute("problems", problems);
        model.addAttribute("domains", domains());
        model.addAttribute("communities", communities());
        model.addAttribute("lines", EmergencyLine.values());
        model.addAttribute("channels", STAFF_CHANNELS);
        model.addAttribute("longestText", ReportForms.LONGEST_TEXT);
    }

    /** As {@link #show}, and the map of each community to choose the grid on. */
    void showWithMaps(Model model, ReportForm form, SentAnswers answers, Problems problems) {
        show(model, form, answers, problems);
        model.addAttribute("maps", territory.communities());
    }

    private Map<String, List<Category>> domains() {
        return categories.all().stream().collect(groupingBy(Category::domain, LinkedHashMap::new, toList()));
    }

    private Map<String, List<GridRef>> communities() {
        return territory.grids().stream()
                .collect(groupingBy(grid -> grid.street() + " " + grid.community(), LinkedHashMap::new, toList()));
    }
}
