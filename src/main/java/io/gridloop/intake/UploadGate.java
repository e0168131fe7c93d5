package io.gridloop.intake;

import io.gridloop.photos.PhotosProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away uploads that are too large before anybody reads them. Without it the login guard would look for its token
 * in the upload, not find it because the upload was cut off, and tell people that they have no permission. Large files
 * may only be sent to the import, by somebody who is logged in, and photographs to the report pages and the tasks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadGate extends OncePerRequestFilter {

    private static final String IMPORT = "/staff/import";
    private static final Set<String> WITH_PHOTOS = Set.of("/report", "/staff/report", "/desk/on-the-spot");
    private static final Pattern WITH_HANDLING_PHOTOS = Pattern.compile("/desk/tasks/\\d+/photos");
    private static final DataSize MOST_ELSEWHERE = DataSize.ofMegabytes(20);

    private final long mostImported;
    private final long mostPhotos;

    UploadGate(MultipartProperties limits, PhotosProperties photos) {
        this.mostImported = limits.getMaxFileSize().toBytes();
        // One more than allowed comes through, so that the page can say which one is too many or too large.
        this.mostPhotos = photos.largest().toBytes() * (ReportPhotos.MOST + 1);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > most(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length < 0 && isUpload(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return mayImport(request)
                ? mostImported
                : takesPhotos(path) ? mostPhotos : MOST_ELSEWHERE.toBytes();
    }

    private static boolean takesPhotos(String path) {
        return WITH_PHOTOS.contains(path) || WITH_HANDLING_PHOTOS.matcher(path).matches();
    }

    private static boolean mayImport(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return request.getRequestURI().equals(request.getContextPath() + IMPORT) && session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/") && request.getHeader("Transfer-Encoding") != null;
    }
}
