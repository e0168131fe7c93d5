package io.gridloop.process;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The module's settings as they are when nobody sets any. */
public final class Settings {

    private Settings() {}

    public static ProcessProperties usual() {
        return with(Map.of());
    }

    public static ProcessProperties with(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("gridloop.process", ProcessProperties.class);
    }
}
