package io.gridloop.intake.open311;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers at every address of this interface that stands for nothing, in the interface's own errors. */
@RestController
class UnknownResourceController {

    @RequestMapping("/open311/**")
    void nothingHere() {
        throw Refused.notFound("没有这个资源，或者它不支持这种请求方法或格式；格式只有.xml和.json");
    }

    /** The specification takes forms alone. */
    @PostMapping("/open311/v2/requests.{format}")
    void noForm() {
        throw Refused.wrong(List.of("请求正文须是application/x-www-form-urlencoded格式（带照片时用multipart/form-data），以UTF-8编码"));
    }
}
