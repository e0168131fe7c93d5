package io.gridloop.clock;

/**
 * How long something may take.
 *
 * @param amount at least 1, at most 10,000
 * @param unit in what the amount is counted
 */
public record Limit(int amount, LimitUnit unit) {

    /** @throws IllegalArgumentException when the amount is out of its range */
    public Limit {
        if (amount < 1 || amount > 10_000) {
            throw new IllegalArgumentException("A limit is between 1 and 10000, not " + amount);
        }
    }

    /** The limit in Chinese, for example 2个工作日. */
    public String label() {
        return amount + "个" + unit.label();
    }
}
