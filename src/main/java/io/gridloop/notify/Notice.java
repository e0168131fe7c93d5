package io.gridloop.notify;

import org.jspecify.annotations.Nullable;

/**
 * Something that a member of staff is to know, before it is clear how they get it.
 *
 * @param matter the case by its id, or a day; with {@code occasion} what makes it one message
 * @param caseId the case; null when it is about none
 * @param occasion what of the matter
 * @param login who is to know
 * @param kind by which they choose how
 * @param urgent whether it may come at night
 * @param about which case, in words
 * @param todo what is to be done, in Chinese
 * @param details more lines; may be empty
 * @param path where in gridloop
 */
record Notice(String matter, @Nullable Long caseId, String occasion, String login, Kind kind, boolean urgent,
        String about, String todo, String details, String path) {

    /** About a case. */
    static Notice of(long caseId, String caseNumber, String occasion, String login, Kind kind, boolean urgent,
            String todo, String path) {
        return new Notice(String.valueOf(caseId), caseId, occasion, login, kind, urgent, "案件" + caseNumber, todo, "",
                path);
    }
}
