package io.gridloop.photos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The pictures in a directory of this machine, in 256 folders by the first two digits of their names. */
@Component
@ConditionalOnProperty(name = "gridloop.photos.store", havingValue = "local", matchIfMissing = true)
class LocalPhotoStore implements PhotoStore {

    private final Path directory;

    LocalPhotoStore(PhotosProperties settings) {
        this.directory = settings.directory().toAbsolutePath().normalize();
    }

    @Override
    public void put(PhotoKey key, byte[] jpeg) throws IOException {
        Path file = file(key);
        Files.createDirectories(folder(key));
        write(unfinished(file), jpeg);
        Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    @Override
    public InputStream open(PhotoKey key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void remove(PhotoKey key) throws IOException {
        Path file = file(key);
        Files.deleteIfExists(unfinished(file));
        Files.deleteIfExists(file);
    }

    private Path file(PhotoKey key) {
        return folder(key).resolve(key.fileName());
    }

    private Path folder(PhotoKey key) {
        return directory.resolve(key.fileName().substring(0, 2));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
