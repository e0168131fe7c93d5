package io.gridloop.intake;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Reads refused uploads to their end: a browser shows an answer only when the server has taken its whole request. */
@Component
class RefusedUploads implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MOST_BYTES = 200 * 1024 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", String.valueOf(MOST_BYTES)));
    }
}
