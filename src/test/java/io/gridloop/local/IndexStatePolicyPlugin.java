package io.gridloop.local;

import java.util.List;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.plugins.Plugin;

/**
 * Knows the one index setting that Tasklist writes and that a plain OpenSearch node refuses, because it belongs to the
 * index state management plugin.
 */
public final class IndexStatePolicyPlugin extends Plugin {

    @Override
    public List<Setting<?>> getSettings() {
        String key = "index.plugins.index_state_management.policy_id";
        return List.of(Setting.simpleString(key, Property.IndexScope, Property.Dynamic));
    }
}
