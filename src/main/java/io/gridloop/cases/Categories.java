package io.gridloop.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The catalogue of matters, read from {@code categories.csv}. */
@Component
public class Categories {

    /** All categories in the order of their codes. */
    public List<Category> all() {
        throw new UnsupportedOperationException();
    }

    /** The category with this code. */
    public Optional<Category> find(String code) {
        throw new UnsupportedOperationException();
    }
}
