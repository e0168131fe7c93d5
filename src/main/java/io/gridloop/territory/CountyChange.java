package io.gridloop.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that changes in the county from now on, or for stand-ins on the days they name. */
public sealed interface CountyChange {

    /**
     * Somebody new.
     *
     * @param login unique for ever, also among those who have left
     * @param password the first one, at least 8 characters
     * @param replaces true: who has the place leaves
     */
    record Join(String login, String name, Seat seat, String password, boolean replaces) implements CountyChange {

        /** Without the password, so that it never gets into a log. */
        @Override
        public String toString() {
            return "Join[" + login + ", " + seat + "]";
        }
    }

    /** @param successor login of who takes the place over, where it cannot stay empty */
    record Leave(String login, @Nullable String successor) implements CountyChange {}

    /**
     * Somebody gets another place. Who has it gets theirs, if it is one of a kind.
     *
     * @param successor login of who takes the old place over, where it cannot stay empty
     */
    record Transfer(String login, Seat seat, @Nullable String successor) implements CountyChange {}

    /** Somebody's name was wrong or is another now. */
    record CorrectName(String login, String name) implements CountyChange {}

    /** Both days included, in the county's time. */
    record BeginStandIn(String absent, String standIn, LocalDate from, LocalDate to, String reason)
            implements
                CountyChange {}

    /** A stand-in ends at once, or never begins. */
    record EndStandIn(long id) implements CountyChange {}

    /** A department has another name or other duties. */
    record RenameDepartment(String code, String name, String duties) implements CountyChange {}

    /** A department goes into another one with all its people; its code then stands for the other one. */
    record MergeDepartment(String code, String into) implements CountyChange {}

    /** @param login who works in this grid as a worker */
    record GivePost(String grid, Post post, String login) implements CountyChange {}

    /** An earlier change is taken back; nothing that it touched may have changed since. */
    record Undo(long change) implements CountyChange {}
}
