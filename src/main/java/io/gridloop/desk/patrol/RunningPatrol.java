package io.gridloop.desk.patrol;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells every page of a worker that their patrol runs, so that it goes on being noted whatever they open on the way. */
@Component
class RunningPatrol implements HandlerInterceptor, WebMvcConfigurer {

    private final Patrols patrols;

    RunningPatrol(Patrols patrols) {
        this.patrols = patrols;
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
        if (view != null && who != null && (request.isUserInRole("FULL_TIME") || request.isUserInRole("PART_TIME"))
                && request.getDispatcherType() == DispatcherType.REQUEST
                && isPage(String.valueOf(view.getViewName()))) {
            patrols.running(who.getName()).ifPresent(running -> view.addObject("patrolRunning", running));
        }
    }

    private static boolean isPage(String view) {
        return !view.startsWith("redirect:") && !view.contains("::");
    }
}
