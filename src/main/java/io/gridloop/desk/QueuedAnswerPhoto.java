package io.gridloop.desk;

import java.util.UUID;

/**
 * A photograph of an answer that waits on a phone.
 *
 * @param number its place among those of the answer, from 1
 * @param login of whoever sent it
 * @param digest SHA-256 of the file as it was sent, in hexadecimal digits
 * @param kind what it shows, the name of a {@code PhotoKind}
 * @param photoId the photograph that was made of it
 */
record QueuedAnswerPhoto(int number, String login, String digest, String kind, UUID photoId) {

    boolean sameAs(QueuedAnswerPhoto other) {
        return login.equals(other.login) && digest.equals(other.digest) && kind.equals(other.kind);
    }
}
