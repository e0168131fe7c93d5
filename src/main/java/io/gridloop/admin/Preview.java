package io.gridloop.admin;

import java.util.List;

/**
 * What a change would do.
 *
 * @param lines what would change in the county, one Chinese sentence each
 * @param tasks the open tasks that would go to somebody else
 */
record Preview(List<String> lines, List<MovedTask> tasks) {

    /** @param from the Chinese name of who has it now */
    record MovedTask(String caseNumber, String title, String from, String to) {}
}
