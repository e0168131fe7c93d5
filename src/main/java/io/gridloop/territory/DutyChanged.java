package io.gridloop.territory;

import java.util.Set;

/**
 * The duties of some people have changed: they came, left, changed places, or somebody stands in for them or no longer
 * does. Open tasks that one of them holds may belong to another one now. Published in the transaction of the change.
 *
 * @param logins everybody whose tasks are worth a look
 * @param actor login of who changed it, or {@code system} on the days of a stand-in
 */
public record DutyChanged(Set<String> logins, String actor) {}
