package io.gridloop.territory;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PostHolders extends Repository<PostHolder, PostHolder.Key> {

    Optional<PostHolder> findByKey(PostHolder.Key key);
}
