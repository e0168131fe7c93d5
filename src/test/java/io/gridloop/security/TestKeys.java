package io.gridloop.security;

import org.springframework.boot.test.context.TestComponent;

/** Keys for tests of other modules, which only the administrators' page can create. */
@TestComponent
public class TestKeys {

    private final ApiKeys keys;

    TestKeys(ApiKeys keys) {
        this.keys = keys;
    }

    /** A new key with so many requests a minute. */
    public String create(int requestsPerMinute) {
        return keys.create("测试程序", requestsPerMinute, "caojiayi");
    }

    /** Ends a key. */
    public void revoke(String key) {
        keys.revoke(id(key), "caojiayi");
    }

    /** The id of a key in force. */
    public long id(String key) {
        return keys.use(key).orElseThrow().id();
    }
}
