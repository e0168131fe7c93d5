package io.gridloop.partners;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes the body of an answer, and breaks off when it gets too long. */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** The body was too long. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final int most;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    /** @param most bytes at most */
    LimitedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            if (taken.size() + part.remaining() > most) {
                breakOff();
            } else {
                var bytes = new byte[part.remaining()];
                part.get(bytes);
                taken.writeBytes(bytes);
            }
        }
    }

    private void breakOff() {
        var begun = subscription;
        if (begun != null && body.completeExceptionally(new TooLong())) {
            begun.cancel();
        }
    }

    @Override
    public void onError(Throwable why) {
        body.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        body.complete(taken.toByteArray());
    }
}
