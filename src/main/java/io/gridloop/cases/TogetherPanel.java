package io.gridloop.cases;

import io.gridloop.territory.Department;
import java.util.List;

/**
 * What several units do on a case, and what one person may do about it.
 *
 * @param assistances co-handlers, those of the last round first
 * @param mayRemind whether they may remind those that are waited for
 * @param whistles newest first
 * @param mayBlow whether they may call departments now
 * @param departments whom they may call
 * @param usualHours the usual time to report in, in working hours
 */
public record TogetherPanel(
        String caseNumber,
        List<AssistanceView> assistances,
        boolean mayRemind,
        List<WhistleView> whistles,
        boolean mayBlow,
        List<Department> departments,
        int usualHours) {}
