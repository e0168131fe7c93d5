package io.gridloop.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all walkers share: gridloop itself, the board, the numbers of the cases, and how many act at once. */
final class Ground implements AutoCloseable {

    /** A pool of connections is small, and gridloop's workers need it too. */
    private static final int HANDS = 8;

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {
    };

    private final ApplicationContext gridloop;
    private final Semaphore hands = new Semaphore(HANDS);
    private final List<String> numbers = new CopyOnWriteArrayList<>();
    private final Board board;

    Ground(ApplicationContext gridloop) {
        this.gridloop = gridloop;
        this.board = new Board(gridloop.getBean(JdbcClient.class));
    }

    <T> T the(Class<T> service) {
        return gridloop.getBean(service);
    }

    Board board() {
        return board;
    }

    /** The numbers of all cases so far. */
    List<String> numbers() {
        return numbers;
    }

    /** Does something as soon as a hand is free. */
    <T> T withAHand(Supplier<T> work) {
        hands.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hands.release();
        }
    }

    Map<String, Object> read(String json) {
        try {
            return the(ObjectMapper.class).readValue(json, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        board.close();
    }
}
