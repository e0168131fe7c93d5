package io.gridloop.intake;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an import is, for the page that shows it.
 *
 * @param rest how long the rest will take, in words; empty when nothing can be said
 */
record ImportProgress(
        boolean open, String state, int total, int rowsRead, int percent, int accepted, int alreadyThere, int bad,
        int rate,
        String rest) {

    static ImportProgress of(ImportBatch batch, Instant now) {
        Duration rest = batch.rest(now);
        String state = batch.state().open() && batch.cancelledBy() != null ? "正在取消" : batch.state().label();
        return new ImportProgress(batch.state().open(), state, batch.total(), batch.rowsRead(), batch.percent(),
                batch.accepted(), batch.alreadyThere(), batch.bad(), batch.rate(now), rest == null ? "" : words(rest));
    }

    private static String words(Duration rest) {
        return rest.toSeconds() < 60 ? "约 " + rest.toSeconds() + " 秒" : "约 " + (rest.toSeconds() + 59) / 60 + " 分钟";
    }
}
