package io.gridloop.notify;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells every page how many messages its reader has not read, for the navigation at the top. */
@Component
class MessageCount implements HandlerInterceptor, WebMvcConfigurer {

    private final StaffMessages messages;

    MessageCount(StaffMessages messages) {
        this.messages = messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Not for error pages: they must come up also when the database does not answer. */
    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView view) {
        var who = request.getUserPrincipal();
        if (view != null && who != null && request.getDispatcherType() == DispatcherType.REQUEST
                && !String.valueOf(view.getViewName()).startsWith("redirect:")) {
            view.addObject("messagesUnread", messages.unread(who.getName()));
        }
    }
}
