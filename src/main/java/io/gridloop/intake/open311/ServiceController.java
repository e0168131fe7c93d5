package io.gridloop.intake.open311;

import io.gridloop.cases.Categories;
import io.gridloop.cases.Category;
import io.gridloop.cases.Questions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What can be reported: gridloop's catalogue of matters. */
@RestController
class ServiceController {

    private final Categories categories;
    private final Questions questions;
    private final Open311Properties settings;

    ServiceController(Categories categories, Questions questions, Open311Properties settings) {
        this.categories = categories;
        this.questions = questions;
        this.settings = settings;
    }

    @GetMapping("/open311/v2/services.{format}")
    ResponseEntity<byte[]> services(Visit visit) {
        var services = categories.all().stream()
                .map(it -> Service.of(it, !definition(it).attributes().isEmpty(),
                        settings.batchServices().contains(it.code())))
                .toList();
        return Responses.ok(visit.format(), "services", services);
    }

    @GetMapping("/open311/v2/services/{code}.{format}")
    ResponseEntity<byte[]> definition(@PathVariable String code, Visit visit) {
        var category = categories.find(code).orElseThrow(() -> Refused.notFound("service_code：没有这个服务类别"));
        return Responses.ok(visit.format(), "service_definition", definition(category));
    }

    private ServiceDefinition definition(Category category) {
        return ServiceDefinition.of(category, questions.of(category.code()));
    }
}
