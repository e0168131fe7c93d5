package io.gridloop.territory;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

@Entity
class PostHolder {

    @Embeddable
    record Key(String gridCode, @Enumerated(EnumType.STRING) Post post) {}

    @EmbeddedId
    private Key key;
    private String login;

    protected PostHolder() {}

    PostHolder(Key key, String login) {
        this.key = key;
        this.login = login;
    }

    String login() {
        return login;
    }
}
