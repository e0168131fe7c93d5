package io.gridloop.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file that somebody brought.
 *
 * @param source where its messages come from; numbers of messages are unique within a source
 * @param login who brought it; null for the sample
 */
record Upload(InputStreamSource content, String fileName, String source, @Nullable String login) {}
