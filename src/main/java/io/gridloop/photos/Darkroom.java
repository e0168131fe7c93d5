package io.gridloop.photos;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where files become pictures, few at a time: a picture takes a hundred times the memory of its file. It has threads of
 * its own, because decoding would hold on to the ones that all requests share. Who waits holds nothing in memory.
 */
@Component
class Darkroom implements DisposableBean {

    private static final String BUSY = "现在上传照片的人很多，这张没有收下，请过一分钟再试";

    private final Developing developing;
    private final PhotosProperties limits;
    private final ExecutorService benches;

    Darkroom(Developing developing, PhotosProperties limits) {
        this.developing = developing;
        this.limits = limits;
        this.benches = Executors.newFixedThreadPool(
                limits.decoders(), Thread.ofPlatform().daemon().name("photo-", 1).factory());
    }

    /** @throws PhotoRefusedException when it cannot be used, or its turn does not come in time */
    Developed develop(PhotoUpload upload) {
        Future<Developed> picture = benches.submit(() -> developing.develop(upload));
        try {
            return picture.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PhotoRefusedException refused ? refused : new IllegalStateException(e);
        } catch (TimeoutException e) {
            picture.cancel(true);
            throw new PhotoRefusedException(BUSY, e);
        } catch (InterruptedException e) {
            picture.cancel(true);
            Thread.currentThread().interrupt();
            throw new PhotoRefusedException(BUSY, e);
        }
    }

    @Override
    public void destroy() {
        benches.shutdownNow();
    }
}
