package io.gridloop.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question to the reporter how a case ended.
 *
 * @param until how long it may be answered, and the answer changed
 * @param rating the answer so far
 * @param reopenable whether the case may still be taken up again
 */
public record FollowUp(Instant until, @Nullable Rating rating, boolean reopenable) {}
