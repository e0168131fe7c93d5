package io.gridloop.intake;

import io.gridloop.cases.OutsideMatter;
import io.gridloop.cases.OutsideMatters;
import java.util.List;
import org.springframework.stereotype.Component;

/** What staff read of a report that seems to belong elsewhere, in Chinese. */
@Component
class OutsideNotes {

    private final OutsideMatters matters;

    OutsideNotes(OutsideMatters matters) {
        this.matters = matters;
    }

    /** One line for each notice that who reports has seen and put aside. */
    List<String> of(SentReport report) {
        return matters.of(report.form().category(), report.form().text()).stream()
                .filter(it -> report.insisted().contains(it.code())).map(OutsideNotes::words).toList();
    }

    private static String words(OutsideMatter matter) {
        return matter.taken()
                ? "提交前已提示“%s”另有更直接的途径，反映人选择继续上报。".formatted(matter.title())
                : "提交前已提示“%s”不属于受理范围，反映人表示不属于这种情况，要求继续上报。请核实后决定是否受理。".formatted(matter.title());
    }
}
