package io.gridloop.cases;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff was told of a case outside gridloop's pages, or could not be; publish it inside the transaction
 * that notes it, and the history of the case has it.
 *
 * @param caseId the case
 * @param login who was to be told
 * @param channel how, in Chinese, for example 邮件
 * @param problem why not, in Chinese, without address or number; null when it was delivered
 */
public record StaffNotified(long caseId, String login, String channel, @Nullable String problem) {}
