package io.gridloop.intake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Reads uploads, but not again for the page that says what was wrong with one: reading a refused upload a second time
 * fails a second time, and the page would stay empty.
 */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class Uploads extends StandardServletMultipartResolver {

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
    }
}
