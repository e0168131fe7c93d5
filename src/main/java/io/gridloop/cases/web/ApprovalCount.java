package io.gridloop.cases.web;

import io.gridloop.cases.Approvals;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells every page of those who approve how much waits for them, for the navigation at the top. */
@Component
class ApprovalCount implements HandlerInterceptor, WebMvcConfigurer {

    private final Approvals approvals;

    ApprovalCount(Approvals approvals) {
        this.approvals = approvals;
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
            approvals.count(who.getName()).ifPresent(waiting -> view.addObject("approvalsWaiting", waiting));
        }
    }
}
