package io.gridloop.notify;

import org.jspecify.annotations.Nullable;

/**
 * Where a member of staff wants to be reached, as they said themselves.
 *
 * @param mail an e-mail address
 * @param mobile 11 digits
 */
record Contact(@Nullable String mail, @Nullable String mobile) {

    static final Contact NONE = new Contact(null, null);

    /** The address with all but its first character and its domain hidden. */
    public @Nullable String maskedMail() {
        return mail == null ? null : mail.charAt(0) + "****" + mail.substring(mail.indexOf('@'));
    }

    /** The number with its middle hidden. */
    public @Nullable String maskedMobile() {
        return mobile == null ? null : mobile.substring(0, 3) + "****" + mobile.substring(7);
    }

    @Override
    public String toString() {
        return "Contact[%s, %s]".formatted(maskedMail(), maskedMobile());
    }
}
